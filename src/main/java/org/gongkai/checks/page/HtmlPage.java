package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.model.SiteSettings;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** An HTML page as all checks see it: parsed once, its elements at hand by tag and attribute. */
public final class HtmlPage {
    private final String path;
    private final Document document;
    private final SiteSettings settings;
    private final Looks sheets;
    private final List<PageElement> elements = new ArrayList<>();
    private final Map<String, List<Element>> byTag = new HashMap<>();
    private final Map<String, List<Element>> byAttribute = new HashMap<>();
    private final Map<String, Element> byId = new HashMap<>();
    private final List<PageElement> pieces = new ArrayList<>();
    private final Roles roles;
    private final Names names;
    private List<String> attributes;
    private List<Resource> resources;
    private List<Heading> headings;
    private List<Element> landmarks;
    private List<org.gongkai.checks.css.Finding> looks;

    /**
     * @param path relative to the site's root
     * @param settings the site's, null for pages of somebody else
     */
    HtmlPage(String path, Document document, SiteSettings settings, Looks sheets) {
        this.path = path;
        this.document = document;
        this.settings = settings;
        this.sheets = sheets;
        indexAll();
        Rendering.of(this);
        this.roles = new Roles(this);
        this.names = new Names(this);
    }

    /** In document order, and without recursion: pages can be nested as deep as they like. */
    private void indexAll() {
        Node node = document;
        while (node != null) {
            boolean enters = node.childNodeSize() > 0;
            if (node instanceof PageElement element) {
                index(element);
                enters = enters && !element.normalName().equals("template");
            }
            if (enters) {
                node = node.childNode(0);
                continue;
            }
            while (node != null && node.nextSibling() == null) {
                node = node.parent();
            }
            node = node == null ? null : node.nextSibling();
        }
    }

    private void index(PageElement element) {
        element.place = elements.size();
        elements.add(element);
        if (element.piece() != null) {
            pieces.add(element);
        }
        add(element, element.normalName(), byTag);
        if (element.attributesSize() > 0) {
            for (Attribute attribute : element.attributes()) {
                add(element, attribute.getKey(), byAttribute);
            }
            String id = element.id();
            if (!id.isEmpty()) {
                byId.putIfAbsent(id, element);
            }
        }
    }

    private static void add(Element element, String name, Map<String, List<Element>> lists) {
        List<Element> list = lists.get(name);
        if (list == null) {
            list = new ArrayList<>();
            lists.put(name, list);
        }
        list.add(element);
    }

    /** Its file, relative to the site's root, with forward slashes. */
    public String path() {
        return path;
    }

    public Document document() {
        return document;
    }

    /** The settings of the site; null where nobody knows them. */
    public SiteSettings settings() {
        return settings;
    }

    /** Every element in document order, without those in a {@code template}. */
    List<PageElement> elements() {
        return elements;
    }

    /** Those that stand on other pages, too, in document order. */
    List<PageElement> pieces() {
        return pieces;
    }

    /** Whether anything is left out of it. */
    boolean isShort() {
        return pieces.stream().anyMatch(PageElement::isLeftOut);
    }

    /** Whether there might be more to find in what is left out of it. */
    boolean isTooShort() {
        // Rules of its own may be about anything.
        boolean styled = !tagged("style").isEmpty();
        return pieces.stream().anyMatch(each -> each.isLeftOut() && (styled || !each.isKnown()));
    }

    /** The elements with this tag, in document order. */
    public List<Element> tagged(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    /** The elements with one of these tags, tag by tag. */
    public List<Element> tagged(String first, String... more) {
        List<Element> found = new ArrayList<>(tagged(first));
        for (String tag : more) {
            found.addAll(tagged(tag));
        }
        return found;
    }

    /** The elements with one of these tags or with this attribute, each once, in document order. */
    List<Element> taggedOrWith(String attribute, Collection<String> tags) {
        List<Element> found = new ArrayList<>(with(attribute));
        for (String tag : tags) {
            for (Element element : tagged(tag)) {
                if (!element.hasAttr(attribute)) {
                    found.add(element);
                }
            }
        }
        found.sort(Comparator.comparingInt(element -> ((PageElement) element).place));
        return found;
    }

    /** The elements with this attribute, in document order. */
    public List<Element> with(String attribute) {
        return byAttribute.getOrDefault(attribute, List.of());
    }

    /** The names of all attributes on the page, in their order. */
    List<String> attributes() {
        if (attributes == null) {
            attributes = byAttribute.keySet().stream().sorted().toList();
        }
        return attributes;
    }

    /** The first element with this id; null where there is none. */
    public Element byId(String id) {
        return byId.get(id);
    }

    /** The elements that an attribute with ids names; those that are not there are left out. */
    List<Element> referenced(Element element, String attribute) {
        List<Element> found = new ArrayList<>();
        for (String id : Words.of(element.attr(attribute))) {
            Element target = byId(id);
            if (target != null) {
                found.add(target);
            }
        }
        return found;
    }

    /** Whether it is displayed, as far as the page itself tells. */
    public boolean isShown(Element element) {
        return Rendering.isShown(element);
    }

    /** Whether assistive technology meets it. */
    public boolean isExposed(Element element) {
        return Rendering.isExposed(element);
    }

    /**
     * Whether it is part of a document's own text, which is published as issued: the templates mark
     * it for the search, or as the body of a page.
     */
    boolean isIssued(Element element) {
        for (Element each = element; each != null; each = each.parent()) {
            if (each.attributesSize() > 0
                    && (each.hasAttr("data-search") || each.hasClass("body"))) {
                return true;
            }
        }
        return false;
    }

    Roles roles() {
        return roles;
    }

    /** What assistive technology calls an element; empty where it has no name. */
    public String name(Element element) {
        return names.of(element);
    }

    Names names() {
        return names;
    }

    /** Its headings as assistive technology meets them, in document order. */
    List<Heading> headings() {
        if (headings == null) {
            headings = Heading.of(this);
        }
        return headings;
    }

    /** Its areas that assistive technology can jump to, in document order. */
    List<Element> landmarks() {
        if (landmarks == null) {
            landmarks = Landmarks.of(this);
        }
        return landmarks;
    }

    /** What a browser fetches by itself to show the page. */
    List<Resource> resources() {
        if (resources == null) {
            resources = Resource.of(this);
        }
        return resources;
    }

    /** What is wrong with its looks, in document order. */
    List<org.gongkai.checks.css.Finding> looks() {
        if (looks == null) {
            looks = sheets.of(path, document);
        }
        return looks;
    }

    /** The nearest element around one, or it itself, with this tag; null where there is none. */
    static Element around(Element element, String tag) {
        for (Element each = element; each != null; each = each.parent()) {
            if (each.normalName().equals(tag)) {
                return each;
            }
        }
        return null;
    }

    /** An attribute's value, trimmed and in small letters. */
    static String word(Element element, String attribute) {
        return element.attr(attribute).strip().toLowerCase(Locale.ROOT);
    }
}
