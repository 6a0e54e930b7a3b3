package org.gongkai.checks;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The figures of a text as a page shows them, and where each was typed: {@code 1&#51;8**0000**} has
 * 1, 3, 8 and four 0.
 */
final class TypedFigures {
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{1,7}|#[xX]\\p{XDigit}{1,6});");

    /** Ends at the next bracket at the latest, lest many of them take long. */
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]*>");

    private static final Pattern TARGET = Pattern.compile("\\]\\([^()\\n]*\\)");

    private final StringBuilder figures = new StringBuilder();
    private int[] places = new int[64];

    private TypedFigures() {}

    /** Those between the tags of HTML, and outside the targets of links. */
    static TypedFigures between(String typed) {
        return read(typed, true);
    }

    /** All. */
    static TypedFigures all(String typed) {
        return read(typed, false);
    }

    private static TypedFigures read(String typed, boolean between) {
        TypedFigures read = new TypedFigures();
        Matcher entity = ENTITY.matcher(typed);
        Matcher tag = TAG.matcher(typed);
        Matcher target = TARGET.matcher(typed);
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '&' && startsAt(entity, i)) {
                String meant = Parser.unescapeEntities(entity.group(), false);
                meant.chars().forEach(each -> read.add((char) each, entity.start()));
                i = entity.end() - 1;
            } else if (between && c == '<' && startsAt(tag, i)) {
                i = tag.end() - 1;
            } else if (between && c == ']' && startsAt(target, i)) {
                i = target.end() - 1;
            } else {
                read.add(c, i);
            }
        }
        return read;
    }

    private static boolean startsAt(Matcher matcher, int at) {
        return matcher.region(at, matcher.regionEnd()).lookingAt();
    }

    private void add(char c, int place) {
        int value = Character.digit(c, 10);
        if (value >= 0) {
            if (figures.length() == places.length) {
                places = Arrays.copyOf(places, places.length * 2);
            }
            places[figures.length()] = place;
            figures.append((char) ('0' + value));
        }
    }

    /**
     * Which of the figures begins the number; -1 where it does not stand there.
     *
     * @param from the first that may
     */
    int find(String digits, int from) {
        return figures.indexOf(digits.replace("X", ""), from);
    }

    /** Where in the text a figure was typed. */
    int place(int figure) {
        return places[figure];
    }
}
