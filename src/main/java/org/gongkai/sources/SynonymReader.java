package org.gongkai.sources;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.UnseenCharacters;

/** Reads {@code synonyms.txt}: 同义词, the words of one meaning on one line. */
final class SynonymReader {
    private static final String CHECK = "synonyms";
    private static final String EXAMPLE = "医保=医疗保险=基本医疗保险";

    /** Every visitor who searches loads them all. */
    private static final int MOST_GROUPS = 1000;

    /** The search tries at most eight other wordings of a word. */
    private static final int MOST_MEMBERS = 9;

    private static final Pattern COMMENT = Pattern.compile("[#＃].*");
    private static final Pattern EQUALS = Pattern.compile("[=＝﹦]");
    private static final String SPACES = "\\s\\p{Z}";
    private static final String SPACE = "[" + SPACES + "]";
    private static final Pattern ENDS = Pattern.compile("^" + SPACE + "+|" + SPACE + "+$");

    /** What an editor may have written where a “=” was meant. */
    private static final Pattern SEPARATORS = Pattern.compile("[" + SPACES + "、，,；;：:/|→—-]+");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}々〇]+");

    private final Problems problems;
    private final Map<String, Place> taken = new HashMap<>();

    SynonymReader(Problems problems) {
        this.problems = problems;
    }

    /** The groups in the order of the file, each word as typed. */
    List<List<String>> read(SourceFile source) {
        List<List<String>> groups = new ArrayList<>();
        int number = 0;
        for (String line : source.text().split("\n")) {
            number++;
            String seen = UnseenCharacters.without(line);
            String text = trimmed(COMMENT.matcher(seen).replaceFirst(""));
            if (text.isEmpty()) {
                continue;
            }
            Place place = new Place(source.name(), number);
            List<String> group = group(text, place);
            if (group.size() < 2) {
                continue;
            }
            if (groups.size() == MOST_GROUPS) {
                problems.error(
                        CHECK,
                        place,
                        "同义词超过 " + MOST_GROUPS + " 组，从这一行起不会使用。",
                        "请删去很少有人检索的词，总数不要超过 " + MOST_GROUPS + " 组。");
                break;
            }
            groups.add(group);
        }
        return groups;
    }

    private List<String> group(String text, Place place) {
        String[] typed = EQUALS.split(text, -1);
        if (typed.length == 1) {
            String[] words = SEPARATORS.split(text);
            problems.error(
                    CHECK,
                    place,
                    "“" + text + "”里没有“=”，看不出哪些词同义。",
                    words.length > 1
                            ? "是不是“" + String.join("=", words) + "”？"
                            : "请写成“" + EXAMPLE + "”的样子，一行一组；不需要的请删去这一行。");
            return List.of();
        }
        List<String> group = new ArrayList<>();
        Map<String, String> own = new HashMap<>();
        for (String each : typed) {
            String word = trimmed(each);
            String key = key(word);
            if (!isWord(text, word, key, place)) {
                continue;
            }
            String same = own.putIfAbsent(key, word);
            if (same != null) {
                problems.warning(
                        CHECK,
                        place,
                        "“" + word + "”在这一行写了两遍" + (same.equals(word) ? "。" : "（“" + same + "”）。"),
                        "请只保留一处。");
                continue;
            }
            Place other = taken.putIfAbsent(key, place);
            if (other != null) {
                problems.warning(
                        CHECK,
                        place,
                        "“" + word + "”重复，" + other.text() + "已有。",
                        "如果意思相同，请把两行合成一行；否则请去掉其中一处。");
            }
            group.add(word);
        }
        if (group.size() > MOST_MEMBERS) {
            problems.warning(
                    CHECK,
                    place,
                    "这一行有 " + group.size() + " 个词，检索时只用得上 " + MOST_MEMBERS + " 个。",
                    "请只保留最常用的 " + MOST_MEMBERS + " 个。");
        }
        return group;
    }

    /** Whether a search can use it. */
    private boolean isWord(String line, String word, String key, Place place) {
        if (word.isEmpty()) {
            problems.error(
                    CHECK,
                    place,
                    "“" + line + "”的“=”旁边缺少一个词。",
                    "请写成“" + EXAMPLE + "”的样子；多余的“=”请删去。");
            return false;
        }
        if (key.isEmpty()) {
            problems.error(CHECK, place, "“" + word + "”里没有汉字、字母或数字，检索不到。", "请换成要检索的词，或者删去。");
            return false;
        }
        if (key.codePointCount(0, key.length()) == 1) {
            problems.error(
                    CHECK, place, "“" + word + "”只有一个字，会混入许多无关的结果。", "请写两个字以上的词，例如把“水”写成“自来水”。");
            return false;
        }
        String[] parts = SEPARATORS.split(word);
        if (parts.length > 1) {
            problems.warning(
                    CHECK,
                    place,
                    "“" + word + "”中间有空格或标点，检索时不当作一个词。",
                    "如果是几个词，请写成“" + String.join("=", parts) + "”；如果是一个词，请删去空格和标点。");
        }
        return true;
    }

    /** The form in which two writings of one word are equal. */
    private static String key(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_LETTERS.matcher(plain).replaceAll("");
    }

    private static String trimmed(String text) {
        return ENDS.matcher(text).replaceAll("");
    }
}
