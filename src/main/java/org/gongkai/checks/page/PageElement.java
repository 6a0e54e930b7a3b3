package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gongkai.checks.css.AttributeNames;
import org.gongkai.checks.css.SharedElement;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/** An element of a page with what has been found out of it, so that no check looks it up. */
final class PageElement extends Element implements AttributeNames, SharedElement {
    /** Whether it is not displayed, by itself or by what is around it. */
    boolean undisplayed;

    /** Whether its place is left empty. */
    boolean invisible;

    /** Whether assistive technology is to pass it over. */
    boolean unexposed;

    /** Null until somebody asks, as is the next. */
    String role;

    String name;

    /** Null where it has none. */
    private final Attributes own;

    /** Whether the names of its attributes are in small letters, as those of HTML are. */
    private final boolean plain;

    private final long attributeBits;

    /** Its place among the elements of the page. */
    int place;

    /** Null where it is no {@link Piece}, as are the next two. */
    private Piece piece;

    private Around around;
    private Object looks;
    private boolean leftOut;

    /**
     * @param attributes null where it has none
     */
    PageElement(Tag tag, Attributes attributes) {
        this(tag, attributes, bits(attributes));
    }

    /**
     * @param attributeBits of these attributes
     */
    PageElement(Tag tag, Attributes attributes, long attributeBits) {
        super(tag, null, attributes);
        this.own = attributes;
        this.plain = tag.namespace().equals(Parser.NamespaceHtml);
        this.attributeBits = attributeBits;
    }

    /** The bits of the names of attributes, which may be null. */
    static long bits(Attributes attributes) {
        long bits = 0;
        if (attributes != null) {
            for (Attribute attribute : attributes) {
                bits |= AttributeNames.bit(attribute.getKey());
            }
        }
        return bits;
    }

    @Override
    public long attributeBits() {
        return attributeBits;
    }

    private boolean mayHave(String name) {
        return (attributeBits & AttributeNames.bit(name)) != 0;
    }

    @Override
    public boolean hasAttr(String name) {
        return own != null && (plain ? mayHave(name) && own.hasKey(name) : super.hasAttr(name));
    }

    @Override
    public String attr(String name) {
        if (own == null || plain && !mayHave(name)) {
            return "";
        }
        return plain ? own.get(name) : super.attr(name);
    }

    @Override
    public String id() {
        return attr("id");
    }

    @Override
    public int attributesSize() {
        return own == null ? 0 : own.size();
    }

    /**
     * Makes it a piece that other pages have, too.
     *
     * @param leftOut whether what it holds is not on this page, as it is known
     */
    void stands(Piece piece, Around around, boolean leftOut) {
        this.piece = piece;
        this.around = around;
        this.leftOut = leftOut;
    }

    /** Null where it is none. */
    Piece piece() {
        return piece;
    }

    /** Whether what it holds is left out. */
    boolean isLeftOut() {
        return leftOut;
    }

    /** Whether, if it is left out, nothing can be found in it here. */
    boolean isKnown() {
        return piece.isKnown(around, looks);
    }

    /**
     * After nothing was found on the page.
     *
     * @param shared gives equal texts of many pages as one
     */
    void learn(UnaryOperator<String> shared) {
        if (looks != null && !leftOut) {
            piece.learn(this, around, looks, shared);
        }
    }

    @Override
    public boolean isShared() {
        return piece != null;
    }

    @Override
    public void looks(Object looks) {
        this.looks = looks;
    }

    /** It or, where there is only jsoup's document around it, null. */
    static PageElement of(Element element) {
        return element instanceof PageElement known ? known : null;
    }

    /** Makes all elements of a document elements of a page, in their places. */
    static Document in(Document document) {
        List<Element> left = new ArrayList<>();
        left.add(document);
        while (!left.isEmpty()) {
            Element parent = left.remove(left.size() - 1);
            for (Node child : List.copyOf(parent.childNodes())) {
                if (child instanceof Element element) {
                    PageElement own =
                            new PageElement(
                                    element.tag(),
                                    element.attributesSize() == 0 ? null : element.attributes());
                    element.replaceWith(own);
                    own.appendChildren(List.copyOf(element.childNodes()));
                    left.add(own);
                }
            }
        }
        return document;
    }
}
