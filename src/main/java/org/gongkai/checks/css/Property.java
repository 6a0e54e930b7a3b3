package org.gongkai.checks.css;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The properties that the checks ask for; all others are passed over. */
enum Property {
    COLOR(Kind.COLOUR, true, "-own-text"),
    COLOR_SCHEME(Kind.KEYWORDS, true, "normal"),
    FONT_SIZE(Kind.LENGTH, true, "medium"),
    FONT_WEIGHT(Kind.ANY, true, "normal"),
    LINE_HEIGHT(Kind.LENGTH, true, "normal"),
    VISIBILITY(Kind.KEYWORDS, true, "visible"),
    TEXT_INDENT(Kind.LENGTH, true, "0"),
    TEXT_SHADOW(Kind.ANY, true, "none"),
    _WEBKIT_TEXT_FILL_COLOR(Kind.COLOUR, true, "currentcolor"),
    _WEBKIT_TEXT_STROKE_WIDTH(Kind.LENGTH, true, "0"),
    _WEBKIT_TEXT_STROKE_COLOR(Kind.COLOUR, true, "currentcolor"),

    BACKGROUND_COLOR(Kind.COLOUR, false, "transparent"),
    BACKGROUND_IMAGE(Kind.ANY, false, "none"),
    BACKGROUND_CLIP(Kind.KEYWORDS, false, "border-box"),
    OPACITY(Kind.ANY, false, "1"),
    DISPLAY(Kind.KEYWORDS, false, "inline"),
    CONTENT_VISIBILITY(Kind.KEYWORDS, false, "visible"),
    CONTENT(Kind.ANY, false, "normal"),
    POSITION(Kind.KEYWORDS, false, "static"),
    FLOAT(Kind.KEYWORDS, false, "none"),
    TOP(Kind.LENGTH, false, "auto"),
    RIGHT(Kind.LENGTH, false, "auto"),
    BOTTOM(Kind.LENGTH, false, "auto"),
    LEFT(Kind.LENGTH, false, "auto"),
    OVERFLOW_X(Kind.KEYWORDS, false, "visible"),
    OVERFLOW_Y(Kind.KEYWORDS, false, "visible"),
    CLIP(Kind.ANY, false, "auto"),
    CLIP_PATH(Kind.ANY, false, "none"),
    MASK_IMAGE(Kind.ANY, false, "none"),
    FILTER(Kind.ANY, false, "none"),
    BACKDROP_FILTER(Kind.ANY, false, "none"),
    MIX_BLEND_MODE(Kind.KEYWORDS, false, "normal"),
    BACKGROUND_BLEND_MODE(Kind.KEYWORDS, false, "normal"),
    TRANSFORM(Kind.ANY, false, "none"),
    BOX_SIZING(Kind.KEYWORDS, false, "content-box"),
    WIDTH(Kind.LENGTH, false, "auto"),
    HEIGHT(Kind.LENGTH, false, "auto"),
    MIN_WIDTH(Kind.LENGTH, false, "auto"),
    MIN_HEIGHT(Kind.LENGTH, false, "auto"),
    MAX_WIDTH(Kind.LENGTH, false, "none"),
    MAX_HEIGHT(Kind.LENGTH, false, "none"),
    MARGIN_TOP(Kind.LENGTH, false, "0"),
    MARGIN_RIGHT(Kind.LENGTH, false, "0"),
    MARGIN_BOTTOM(Kind.LENGTH, false, "0"),
    MARGIN_LEFT(Kind.LENGTH, false, "0"),
    PADDING_TOP(Kind.LENGTH, false, "0"),
    PADDING_RIGHT(Kind.LENGTH, false, "0"),
    PADDING_BOTTOM(Kind.LENGTH, false, "0"),
    PADDING_LEFT(Kind.LENGTH, false, "0"),
    BORDER_TOP_WIDTH(Kind.LENGTH, false, "0"),
    BORDER_RIGHT_WIDTH(Kind.LENGTH, false, "0"),
    BORDER_BOTTOM_WIDTH(Kind.LENGTH, false, "0"),
    BORDER_LEFT_WIDTH(Kind.LENGTH, false, "0"),
    JUSTIFY_CONTENT(Kind.ANY, false, "normal"),
    ROW_GAP(Kind.LENGTH, false, "normal"),
    COLUMN_GAP(Kind.LENGTH, false, "normal");

    /** What a value must look like to count. */
    enum Kind {
        COLOUR,
        LENGTH,
        KEYWORDS,
        ANY
    }

    private static final Map<String, Property> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Property::css, Function.identity()));

    private final Kind kind;
    private final boolean inherited;
    private final Tokens initial;

    Property(Kind kind, boolean inherited, String initial) {
        this.kind = kind;
        this.inherited = inherited;
        this.initial = Tokens.read(initial);
    }

    /** The property of that name; null for one that nobody asks for. */
    static Property of(String name) {
        return BY_NAME.get(name);
    }

    String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Kind kind() {
        return kind;
    }

    /** Whether an element takes it from its parent where nothing is declared. */
    boolean isInherited() {
        return inherited;
    }

    Tokens initial() {
        return initial;
    }
}
