package org.gongkai.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.model.Site;
import org.gongkai.model.Unit;

/** What people call a county's units: 财政局 for 县财政局, but never 委组织部 for 县委组织部. */
final class Names {
    private static final Pattern LEVEL = Pattern.compile("^[县市区旗州省](?!委)(?=..)");
    private static final Pattern GOVERNMENT = Pattern.compile("人民政府.*$");

    private Names() {}

    /** Every name of a unit, as registered and without its first 县. */
    static List<String> of(Unit unit) {
        List<String> names = new ArrayList<>(unit.allNames());
        unit.allNames().forEach(name -> names.add(LEVEL.matcher(name).replaceFirst("")));
        return names.stream().distinct().toList();
    }

    /** The place whose government publishes: 临溪县 of 临溪县人民政府; null where it can't be told. */
    static String place(Site site) {
        String body = site.settings().body();
        String place = body == null ? "" : GOVERNMENT.matcher(body).replaceFirst("");
        return place.isEmpty() || place.equals(body) ? null : place;
    }
}
