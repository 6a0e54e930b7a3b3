package org.gongkai.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The numbers that Word puts before paragraphs by itself (一、 （一） 1.): they stand nowhere in the
 * text, and a notice without them would not be the one that was issued.
 */
final class WordNumbering {
    private static final int LEVELS = 9;
    private static final int NONE = -1;
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String PLAIN = DIGITS + "十百零0123456789";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖拾佰零0123456789";
    private static final List<String> ROMAN =
            List.of("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I");
    private static final int[] ROMAN_VALUES = {
        1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1
    };

    /** One level of a list. */
    private static final class Level {
        private String format = "decimal";
        private String text = "";
        private int start = 1;

        /**
         * The level, from 1, that begins it anew; 0 where none does, -1 where each above it does.
         */
        private int restart = -1;

        /** Whether it shows the numbers of all levels as figures. */
        private boolean figures;
    }

    /** A level as one list uses it. */
    private record ListLevel(String list, int depth) {}

    private final Map<String, Level[]> definitions = new HashMap<>();
    private final Map<String, String> definitionOf = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();

    /** Levels that a list has instead of those of its definition. */
    private final Map<String, Level[]> ownLevels = new HashMap<>();

    /** With what number a level of a list begins anew, where the list is first used. */
    private final Map<ListLevel, Integer> startsAnew = new HashMap<>();

    /** Reads {@code numbering.xml}. */
    void read(XMLStreamReader xml) throws XMLStreamException {
        Level[] levels = null;
        Level level = null;
        String list = null;
        int overridden = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "abstractNum" -> {
                    levels = new Level[LEVELS];
                    definitions.put(WordXml.attribute(xml, "abstractNumId"), levels);
                    level = null;
                }
                case "lvl" -> {
                    int at = WordXml.number(xml, "ilvl", 0);
                    level = new Level();
                    if (levels != null && at >= 0 && at < LEVELS) {
                        levels[at] = level;
                    }
                }
                case "start" -> {
                    if (level != null) {
                        level.start = Math.max(0, WordXml.number(xml, "val", 1));
                    }
                }
                case "numFmt" -> {
                    if (level != null) {
                        level.format = WordXml.attribute(xml, "val");
                    }
                }
                case "lvlText" -> {
                    if (level != null) {
                        String text = WordXml.attribute(xml, "val");
                        level.text = text == null ? "" : text;
                    }
                }
                case "lvlRestart" -> {
                    if (level != null) {
                        level.restart = WordXml.number(xml, "val", -1);
                    }
                }
                case "isLgl" -> {
                    if (level != null) {
                        level.figures = WordXml.isOn(xml);
                    }
                }
                case "num" -> {
                    list = WordXml.attribute(xml, "numId");
                    levels = new Level[LEVELS];
                    ownLevels.put(list, levels);
                    level = null;
                }
                case "lvlOverride" -> overridden = WordXml.number(xml, "ilvl", 0);
                case "startOverride" ->
                        startsAnew.put(
                                new ListLevel(list, overridden),
                                Math.max(0, WordXml.number(xml, "val", 1)));
                case "abstractNumId" -> definitionOf.put(list, WordXml.attribute(xml, "val"));
                default -> {}
            }
        }
    }

    /** Whether the list's marks are dots and not numbers. */
    boolean isBulleted(String list, int depth) {
        Level level = level(list, depth);
        return level != null && "bullet".equals(level.format);
    }

    /** The number of the list's next paragraph, as Word shows it; empty where it shows none. */
    String next(String list, int depth) {
        Level level = level(list, depth);
        if (level == null || "bullet".equals(level.format) || "none".equals(level.format)) {
            return "";
        }
        int[] count = counts.computeIfAbsent(definitionOf.get(list), key -> none());
        Integer anew = startsAnew.remove(new ListLevel(list, depth));
        int next = count[depth] == NONE ? level.start : count[depth] + 1;
        count[depth] = anew == null ? next : anew;
        for (int below = depth + 1; below < LEVELS; below++) {
            Level lower = level(list, below);
            if (lower == null || lower.restart < 0 || depth < lower.restart) {
                count[below] = NONE;
            }
        }
        String text = level.text;
        for (int above = 0; above <= depth; above++) {
            Level shown = level(list, above);
            int number = count[above] == NONE ? 1 : count[above];
            String format = shown == null || level.figures ? null : shown.format;
            text = text.replace("%" + (above + 1), shown == null ? "" : written(number, format));
        }
        return text;
    }

    private static int[] none() {
        int[] counts = new int[LEVELS];
        Arrays.fill(counts, NONE);
        return counts;
    }

    private Level level(String list, int depth) {
        Level[] levels = definitions.get(definitionOf.getOrDefault(list, ""));
        if (levels == null || depth < 0 || depth >= LEVELS) {
            return null;
        }
        Level own = ownLevels.get(list)[depth];
        return own == null ? levels[depth] : own;
    }

    /**
     * A number as it is shown.
     *
     * @param format as Word calls it; null for figures
     */
    static String written(int number, String format) {
        if (format == null) {
            return String.valueOf(number);
        }
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "ideographDigital",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand" ->
                    chinese(number);
            case "chineseLegalSimplified" -> formal(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                    number >= 1 && number <= 20
                            ? String.valueOf((char) ('\u2460' + number - 1))
                            : "" + number;
            case "decimalZero" -> number < 10 ? "0" + number : "" + number;
            case "lowerLetter" -> letter(number, 'a');
            case "upperLetter" -> letter(number, 'A');
            default -> String.valueOf(number);
        };
    }

    private static String letter(int number, char first) {
        return number >= 1 && number <= 26
                ? String.valueOf((char) (first + number - 1))
                : "" + number;
    }

    /** As on a cheque: 壹, 壹拾. */
    private static String formal(int number) {
        String plain = chinese(number);
        StringBuilder formal = new StringBuilder(number >= 10 && number < 20 ? "壹" : "");
        plain.chars().forEach(c -> formal.append(FORMAL.charAt(PLAIN.indexOf(c))));
        return formal.toString();
    }

    private static String roman(int number) {
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN.size(); i++) {
            for (; rest >= ROMAN_VALUES[i]; rest -= ROMAN_VALUES[i]) {
                roman.append(ROMAN.get(i));
            }
        }
        return roman.toString();
    }

    private static String chinese(int number) {
        if (number >= 100 && number < 1_000) {
            int rest = number % 100;
            String tens = rest >= 10 && rest < 20 ? "一" : "";
            return DIGITS.charAt(number / 100)
                    + "百"
                    + (rest == 0 ? "" : rest < 10 ? "零" : tens)
                    + (rest == 0 ? "" : chinese(rest));
        }
        if (number < 10) {
            return DIGITS.substring(number, number + 1);
        }
        if (number < 100) {
            int tens = number / 10;
            int ones = number % 10;
            return (tens == 1 ? "" : DIGITS.substring(tens, tens + 1))
                    + "十"
                    + (ones == 0 ? "" : DIGITS.substring(ones, ones + 1));
        }
        return String.valueOf(number);
    }
}
