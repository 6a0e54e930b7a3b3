package org.gongkai.checks.css;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;

/** What can be named on a page: a selector that asks for something else matches nothing there. */
record PageNames(Set<String> tags, Set<String> ids, Set<String> classes, Set<String> attributes) {
    static PageNames of(List<Box> boxes) {
        PageNames names =
                new PageNames(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Box box : boxes) {
            names.tags.add(box.tag());
            names.ids.add(box.id());
            for (String each : box.classes()) {
                names.classes.add(each);
            }
            for (Attribute each : box.element().attributes()) {
                names.attributes.add(each.getKey());
            }
        }
        return names;
    }
}
