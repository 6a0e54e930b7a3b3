package org.gongkai.checks.css;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Attribute;

/**
 * What the plain selectors of some style sheets ask of an element: nothing else matters to them.
 */
final class AskedNames {
    private final Set<String> ids = new HashSet<>();
    private final Set<String> classes = new HashSet<>();
    private final Set<String> attributes = new HashSet<>();
    private final Set<String> values = new HashSet<>();

    void add(Selector selector) {
        for (Selector.Part part : selector.parts()) {
            part.simples().forEach(this::add);
        }
    }

    private void add(Selector.Simple simple) {
        if (simple instanceof Selector.Id id) {
            ids.add(id.name());
        } else if (simple instanceof Selector.ClassName className) {
            classes.add(className.name());
        } else if (simple instanceof Selector.Attribute attribute) {
            (attribute.operator().isEmpty() ? attributes : values).add(attribute.name());
        } else if (simple instanceof Selector.State) {
            // Of the plain ones, those of links.
            attributes.add("href");
        } else if (simple instanceof Selector.Any any) {
            any.selectors().forEach(this::add);
        }
    }

    /** An element's own names among them, the same for the same answers. */
    String of(Box box) {
        if (box.element().attributesSize() == 0) {
            return box.tag();
        }
        StringBuilder names = new StringBuilder(box.tag());
        if (ids.contains(box.id())) {
            names.append(" #").append(box.id());
        }
        for (String each : box.classes()) {
            if (classes.contains(each)) {
                names.append(" .").append(each);
            }
        }
        for (Attribute each : box.element().attributes()) {
            boolean compared = values.contains(each.getKey());
            if (compared || attributes.contains(each.getKey())) {
                names.append(" [").append(each.getKey());
            }
            if (compared) {
                // With its length, a value cannot be taken for other names.
                names.append(each.getValue().length()).append('=').append(each.getValue());
            }
        }
        return names.toString();
    }
}
