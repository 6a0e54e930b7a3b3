package org.gongkai.imports;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values into YAML so that they are read as the text that they are. */
final class YamlText {
    /** Begins as a word and holds nothing that YAML, or its reader's mending, takes for its own. */
    private static final Pattern PLAIN =
            Pattern.compile(
                    "(?:[\\p{IsHan}（《“〔①-⑳]|\\d{1,4}\\p{IsHan})[^\\p{Cntrl}:：#{}\\[\\],&*!|>'\"%@`\\\\]*");

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}|\\d{4}-\\d{2}-\\d{2}");

    private YamlText() {}

    /** A value behind a key. */
    static String value(String text) {
        if (PLAIN.matcher(text).matches() || NUMBER.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                quoted.append('\\').appendCodePoint(c);
                            } else if (c == '\n' || c == '\t') {
                                quoted.append(' ');
                            } else {
                                quoted.appendCodePoint(c);
                            }
                        });
        return quoted.append('"').toString();
    }

    static String list(List<String> texts) {
        return texts.stream().map(YamlText::value).collect(Collectors.joining(", ", "[", "]"));
    }

    /** What may stand behind a number sign, on one line. */
    static String comment(String text) {
        return Wording.tidy(text);
    }
}
