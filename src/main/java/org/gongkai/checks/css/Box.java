package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** An element of a page with what selectors ask of it, found once. */
final class Box {
    private static final String[] NONE = {};
    private static final Pattern SPACE = Pattern.compile("[ \t\n\r\f]+");

    private final Element element;
    private final Attributes attributes;
    private final long attributeBits;
    private final Box parent;
    private final String tag;
    private final String id;
    private final String[] classes;
    private final int index;
    private List<Box> children = List.of();
    private Shape shape;
    private Style style;
    private Style placeholder;
    private boolean hidden;
    private Map<Selector.Has, Boolean> held;

    private Box(Element element, Box parent) {
        this.element = element;
        this.parent = parent;
        this.tag = element.normalName();
        this.attributes = element.attributesSize() == 0 ? null : element.attributes();
        this.attributeBits =
                element instanceof AttributeNames names
                        ? names.attributeBits()
                        : AttributeNames.ALL;
        this.id = attribute("id");
        String names = attribute("class").strip();
        this.classes = names.isEmpty() ? NONE : split(names);
        this.index = parent == null ? 0 : parent.children.size();
        if (parent != null) {
            if (parent.children.isEmpty()) {
                parent.children = new ArrayList<>();
            }
            parent.children.add(this);
        }
    }

    private static String[] split(String names) {
        // Most elements have one class, or two.
        int space = space(names, 0);
        if (space == names.length()) {
            return new String[] {names};
        }
        return names.charAt(space) == ' ' && space(names, space + 1) == names.length()
                ? new String[] {names.substring(0, space), names.substring(space + 1)}
                : SPACE.split(names);
    }

    private static int space(String names, int from) {
        int i = from;
        while (i < names.length() && names.charAt(i) > ' ') {
            i++;
        }
        return i;
    }

    /** The elements of a page, each before those that it holds; the first is html. */
    static List<Box> of(Document page) {
        List<Box> boxes = new ArrayList<>();
        Element root = page.firstElementChild();
        if (root == null) {
            return boxes;
        }
        // Without recursion: pages can be nested as deep as they like.
        Node node = root;
        Box above = null;
        while (node != null) {
            boolean isElement = node instanceof Element;
            if (isElement) {
                Box box = new Box((Element) node, above);
                boxes.add(box);
                if (node.childNodeSize() > 0) {
                    above = box;
                    node = node.childNode(0);
                    continue;
                }
            }
            while (node != root && node.nextSibling() == null) {
                node = node.parent();
                above = above == null ? null : above.parent;
            }
            node = node == root ? null : node.nextSibling();
        }
        return boxes;
    }

    Element element() {
        return element;
    }

    Box parent() {
        return parent;
    }

    String tag() {
        return tag;
    }

    String id() {
        return id;
    }

    String[] classes() {
        return classes;
    }

    boolean hasClass(String name) {
        for (String own : classes) {
            if (own.equals(name)) {
                return true;
            }
        }
        return false;
    }

    boolean hasAttributes() {
        return attributes != null;
    }

    /** Whether it may have an attribute of one of these names. */
    boolean mayHaveAny(long attributeBits) {
        return attributes != null && (this.attributeBits & attributeBits) != 0;
    }

    private boolean mayHave(String name) {
        return mayHaveAny(AttributeNames.bit(name));
    }

    boolean has(String attribute) {
        return mayHave(attribute) && attributes.hasKey(attribute);
    }

    String attribute(String name) {
        return mayHave(name) ? attributes.get(name) : "";
    }

    List<Box> children() {
        return children;
    }

    /** Its place among its siblings, from 0. */
    int index() {
        return index;
    }

    /** How many siblings it has, itself counted. */
    int siblings() {
        return parent == null ? 1 : parent.children.size();
    }

    Box sibling(int place) {
        return parent == null ? this : parent.children.get(place);
    }

    Box previous() {
        return index == 0 ? null : parent.children.get(index - 1);
    }

    Box next() {
        return index + 1 < siblings() ? parent.children.get(index + 1) : null;
    }

    /** Whether it holds what a selector asks for; null until it is known. */
    Boolean holds(Selector.Has sought) {
        return held == null ? null : held.get(sought);
    }

    void holds(Selector.Has sought, boolean found) {
        if (held == null) {
            held = new IdentityHashMap<>();
        }
        held.put(sought, found);
    }

    Shape shape() {
        return shape;
    }

    void shape(Shape found) {
        this.shape = found;
    }

    Style style() {
        return style;
    }

    void style(Style computed) {
        this.style = computed;
        this.hidden = parent != null && parent.hidden || Hiding.hides(this);
    }

    /** Whether it is not to be seen, with all in it. */
    boolean isHidden() {
        return hidden;
    }

    /** The style of the words shown while nothing is typed in; null where there are none. */
    Style placeholder() {
        return placeholder;
    }

    void placeholder(Style computed) {
        this.placeholder = computed;
    }
}
