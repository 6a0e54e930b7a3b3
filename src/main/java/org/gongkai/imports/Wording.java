package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How offices word things, and how their programs and scanners space them. */
final class Wording {
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\uFFFE\\uFFFF]|[\\p{Cc}&&[^\\t\\n\\r\\f]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u3000\\u2000-\\u200b]+");
    private static final String HAN = "[\\p{IsHan}\\u3001-\\u301f\\uff00-\\uff60“”‘’…—]";

    /** Between characters that Chinese sets without a space. */
    private static final Pattern SPACE_IN_CHINESE =
            Pattern.compile("(?<=" + HAN + ") (?=" + HAN + "|[\\d(])|(?<=[\\d)]) (?=" + HAN + ")");

    private static final Pattern CHAPTER = Pattern.compile("[一二三四五六七八九十百]+、.*");
    private static final Pattern SECTION = Pattern.compile("[（(][一二三四五六七八九十百]+[）)].*");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[。；！？.;!?：:”\"）)]$");

    /** What the names of units end with. */
    private static final Pattern UNIT =
            Pattern.compile(
                    "(?:.*(?:局|委|办|部|室|中心|院|所|站|队|厅|处|会|校|馆|台|园区|开发区|经开区|高新区|镇|乡|街道|镇街|政府|公司|集团|银行|部门|单位|机关|企业|机构|学校|税务|联社|党校|妇联|残联|科协|工商联|团委)|各.{1,12})"
                            + "(?:[（(].{1,20}[）)])?");

    private static final Pattern CUT_UNIT = Pattern.compile(".*各部|门.*|局|办|委|[)）].*");
    private static final Pattern AND_OTHERS = Pattern.compile("等.{0,8}(?:部门|单位|方面|地方)?$");

    /** 县 委 is a word whose characters were spread. */
    private static final int SHORTEST_UNIT = 3;

    private static final int LONGEST_UNITS = 2_000;

    private Wording() {}

    /**
     * The text on one line without characters that nobody sees, and without the spaces that
     * scanners and justified lines leave inside Chinese ("2023 年 9 月").
     */
    static String tidy(String text) {
        String one = SPACES.matcher(visible(text)).replaceAll(" ").strip();
        return SPACE_IN_CHINESE.matcher(one).replaceAll("");
    }

    /** The text without characters that nobody sees; lines and spaces stay. */
    static String visible(String text) {
        return INVISIBLE.matcher(text.replace('\u00a0', ' ')).replaceAll("");
    }

    /** Paragraphs as one text: Chinese runs on without a space. */
    static String joined(List<String> paragraphs) {
        return tidy(String.join(" ", paragraphs));
    }

    /** The text without spaces and punctuation, to see whether two say the same. */
    static String squeezed(String text) {
        return text.replaceAll("[\\s\\p{P}]", "");
    }

    /**
     * The words of a cell, each paragraph tidied, without blank ones; names of units stay apart.
     */
    static List<String> tidied(List<String> paragraphs) {
        List<String> tidied = new ArrayList<>();
        for (String paragraph : paragraphs) {
            String one = SPACES.matcher(visible(paragraph)).replaceAll(" ").strip();
            String tidy =
                    areUnits(one.split(" "))
                            ? one.replaceAll("(?<=[、，,；;]) | (?=[、，,；;])", "")
                            : tidy(paragraph);
            if (!tidy.isEmpty()) {
                tidied.add(tidy);
            }
        }
        return tidied;
    }

    private static boolean areUnits(String[] words) {
        for (String word : words) {
            if (word.length() < SHORTEST_UNIT || !namesUnits(word)) {
                return false;
            }
        }
        return words.length > 1;
    }

    /** 一、…… */
    static boolean isChapter(String text) {
        return CHAPTER.matcher(text).matches();
    }

    /** （一）…… */
    static boolean isSection(String text) {
        return SECTION.matcher(text).matches();
    }

    static boolean endsASentence(String text) {
        return SENTENCE_END.matcher(text).matches();
    }

    /** Whether all of it reads as names of units (单位); what a page cut in two does not. */
    static boolean namesUnits(String text) {
        if (text.isBlank() || text.indexOf('。') >= 0) {
            return false;
        }
        if (text.length() > LONGEST_UNITS || text.matches("(?:单位|部门).*")) {
            return false;
        }
        for (String part : text.split("[、，；,;\\s]+(?![^（(]*[）)])")) {
            Matcher others = AND_OTHERS.matcher(part);
            String name =
                    others.find() && others.start() > 1 ? part.substring(0, others.start()) : part;
            if (name.length() > 30
                    || CUT_UNIT.matcher(name).matches()
                    || !UNIT.matcher(name).matches()) {
                return false;
            }
        }
        return true;
    }
}
