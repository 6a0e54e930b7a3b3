package org.gongkai.sources;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.UnseenCharacters;

/**
 * A Markdown file cut in two: the YAML between two lines of {@code ---}, and the text below.
 *
 * @param bodyLine the line of the file on which the text begins
 */
record FrontMatter(Fields fields, String body, int bodyLine) {
    /** What an input method or Word makes of the line, or a hand that counts wrong. */
    private static final Pattern DASHES =
            Pattern.compile("[-\u2010-\u2015\u2212\u2500\u30fc\u4e00\uff0d]{1,20}");

    /** Cuts and reads it; empty where that can't be done, which is then a problem. */
    static Optional<FrontMatter> read(SourceFile source, Set<String> knownKeys, Problems problems) {
        String text = source.text();
        Place start = new Place(source.name(), 1);
        if (!UnseenCharacters.without(firstLine(text)).stripTrailing().equals("---")) {
            tellNoStart(text, start, problems);
            return Optional.empty();
        }
        int from = text.indexOf('\n') + 1;
        int line = 2;
        int at = from;
        while (from > 0 && at < text.length()) {
            int end = text.indexOf('\n', at);
            String current = end < 0 ? text.substring(at) : text.substring(at, end);
            if (UnseenCharacters.without(current).stripTrailing().equals("---")) {
                String yaml = text.substring(from, at);
                String body = end < 0 ? "" : text.substring(end + 1);
                int bodyLine = line + 1;
                return new YamlReader(source.name(), knownKeys, problems)
                        .read(yaml, 2)
                        .map(
                                mapping ->
                                        new FrontMatter(
                                                new Fields(mapping, start, problems),
                                                body,
                                                bodyLine));
            }
            if (end < 0) {
                break;
            }
            at = end + 1;
            line++;
        }
        problems.error(
                "front-matter", start, "开头的“---”没有与之配对的第二行“---”。", "请在标题、索引号等各行之后、正文之前加一行“---”。");
        return Optional.empty();
    }

    private static void tellNoStart(String text, Place start, Problems problems) {
        String first = UnseenCharacters.without(firstLine(text)).strip();
        if (first.length() > 1 && DASHES.matcher(first).matches() && !first.equals("---")) {
            problems.error(
                    "front-matter",
                    start,
                    "第一行的“" + first + "”不是三个半角的“-”。",
                    "请改成“---”，标题、索引号等各行后面的那一行也一样。");
        } else if (firstLine(text.strip()).stripTrailing().equals("---")) {
            problems.error("front-matter", start, "“---”前面有空行或者空格。", "请删去，让“---”成为第一行，前面什么也没有。");
        } else {
            problems.error(
                    "front-matter",
                    start,
                    "文件开头缺少“---”。",
                    "请在第一行写“---”，接着写标题、索引号等，写完后再写一行“---”，然后写正文。");
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
