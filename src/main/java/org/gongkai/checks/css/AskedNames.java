package org.gongkai.checks.css;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Attribute;

/**
 * What the plain selectors of some style sheets ask of an element: nothing else matters to them.
 */
final class AskedNames {
    private final Set<String> ids = new HashSet<>();
    private final Set<String> attributes = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private long attributeBits;

    void add(Selector selector) {
        for (Selector.Part part : selector.parts()) {
            part.simples().forEach(this::add);
        }
    }

    private void add(Selector.Simple simple) {
        if (simple instanceof Selector.Id id) {
            ids.add(id.name());
        } else if (simple instanceof Selector.Attribute attribute) {
            (attribute.operator().isEmpty() ? attributes : values).add(attribute.name());
            attributeBits |= AttributeNames.bit(attribute.name());
        } else if (simple instanceof Selector.State) {
            // Of the plain ones, those of links.
            attributes.add("href");
            attributeBits |= AttributeNames.bit("href");
        } else if (simple instanceof Selector.Any any) {
            any.selectors().forEach(this::add);
        }
    }

    /**
     * The shape of an element in one of a shape: by all its classes, and by its other names among
     * those that are asked for.
     */
    Shape shape(Shape around, Box box) {
        Shape shape = around.of(box.tag());
        if (box.has("class")) {
            shape = shape.withClasses(box.attribute("class"));
        }
        if (!box.id().isEmpty() && ids.contains(box.id())) {
            shape = shape.with(" #" + box.id());
        }
        if (!box.mayHaveAny(attributeBits)) {
            return shape;
        }
        for (Attribute each : box.element().attributes()) {
            String name = each.getKey();
            if (values.contains(name)) {
                // No name of an attribute holds a space.
                shape = shape.with(name + " " + each.getValue());
            } else if (attributes.contains(name)) {
                shape = shape.with(name);
            }
        }
        return shape;
    }
}
