package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The elements whose role makes them need a name. */
final class Named {
    private Named() {}

    /**
     * The elements that have one of the roles, those of these tags and those with a role written.
     */
    static List<Element> of(HtmlPage page, Set<String> roles, String... tags) {
        List<Element> found = new ArrayList<>();
        for (String tag : tags) {
            for (Element element : page.tagged(tag)) {
                if (!element.hasAttr("role")) {
                    found.add(element);
                }
            }
        }
        found.addAll(page.with("role"));
        found.removeIf(
                element -> !roles.contains(page.roles().of(element)) || !page.isExposed(element));
        return found;
    }
}
