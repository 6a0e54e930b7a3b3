package org.gongkai.imports;

import java.util.HashMap;
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
    private static final String DIGITS = "〇一二三四五六七八九";

    /** One level of a list. */
    private static final class Level {
        private String format = "decimal";
        private String text = "";
        private int start = 1;
    }

    private final Map<String, Level[]> definitions = new HashMap<>();
    private final Map<String, String> definitionOf = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();

    /** Reads {@code numbering.xml}. */
    void read(XMLStreamReader xml) throws XMLStreamException {
        Level[] levels = null;
        Level level = null;
        String list = null;
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
                        level.start = WordXml.number(xml, "val", 1);
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
                case "num" -> {
                    list = WordXml.attribute(xml, "numId");
                    levels = null;
                    level = null;
                }
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
        int[] count = counts.computeIfAbsent(definitionOf.get(list), key -> new int[LEVELS]);
        count[depth] = count[depth] == 0 ? level.start : count[depth] + 1;
        for (int below = depth + 1; below < LEVELS; below++) {
            count[below] = 0;
        }
        String text = level.text;
        for (int above = 0; above <= depth; above++) {
            Level shown = level(list, above);
            int number = count[above] == 0 ? 1 : count[above];
            text =
                    text.replace(
                            "%" + (above + 1), shown == null ? "" : written(number, shown.format));
        }
        return text;
    }

    private Level level(String list, int depth) {
        Level[] levels = definitions.get(definitionOf.getOrDefault(list, ""));
        return levels == null || depth < 0 || depth >= LEVELS ? null : levels[depth];
    }

    private static String written(int number, String format) {
        if (format == null) {
            return String.valueOf(number);
        }
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "ideographDigital",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "chineseLegalSimplified" ->
                    chinese(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                    number <= 20 ? String.valueOf((char) ('\u2460' + number - 1)) : "" + number;
            case "decimalZero" -> number < 10 ? "0" + number : "" + number;
            case "lowerLetter" -> letter(number, 'a');
            case "upperLetter" -> letter(number, 'A');
            default -> String.valueOf(number);
        };
    }

    private static String letter(int number, char first) {
        return number <= 26 ? String.valueOf((char) (first + number - 1)) : "" + number;
    }

    static String chinese(int number) {
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
