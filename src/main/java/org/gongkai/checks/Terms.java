package org.gongkai.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.model.ColumnText;
import org.gongkai.model.Severity;
import org.gongkai.model.Term;
import org.gongkai.model.UnseenCharacters;

/**
 * For the county's good name: 错敏词, the wording that terms.yml lists, stands nowhere, not even with
 * spaces, line breaks or asterisks in it.
 */
final class Terms implements TextCheck {
    private final Map<Character, List<Term>> byFirst = new HashMap<>();

    /** Asked once for each character of a column. */
    private final boolean[] begins = new boolean[Character.MAX_VALUE + 1];

    Terms(List<Term> terms) {
        for (Term term : terms) {
            char first = term.wrong().charAt(0);
            byFirst.computeIfAbsent(first, c -> new ArrayList<>()).add(term);
            begins[first] = true;
        }
    }

    @Override
    public void check(ReadText text, Findings findings) {
        if (text.kind() == ColumnText.Kind.ATTACHMENT) {
            return;
        }
        char[] characters = text.text().toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (begins[characters[i]]) {
                for (Term term : byFirst.get(characters[i])) {
                    if (isAt(term.wrong(), characters, i) && !isException(term, characters, i)) {
                        report(term, text, i, findings);
                    }
                }
            }
        }
    }

    /** Whether the word stands there, whatever may stand inside a word left out. */
    private static boolean isAt(String word, char[] text, int at) {
        int next = at;
        for (int i = 0; i < word.length(); i++) {
            while (next < text.length && isLeftOut(text, next)) {
                next++;
            }
            if (next == text.length || text[next] != word.charAt(i)) {
                return false;
            }
            next++;
        }
        return true;
    }

    /** Not an empty line, which ends a paragraph. */
    private static boolean isLeftOut(char[] text, int at) {
        return switch (text[at]) {
            case ' ', '\u3000', '\u00a0', '*', '_', '\t' -> true;
            case '\n' -> at > 0 && text[at - 1] != '\n';
            default -> UnseenCharacters.isOne(text[at]);
        };
    }

    private static boolean isException(Term term, char[] text, int at) {
        for (String exception : term.exceptions()) {
            int inside = exception.indexOf(term.wrong());
            while (inside >= 0) {
                if (isAt(exception, text, back(text, at, inside))) {
                    return true;
                }
                inside = exception.indexOf(term.wrong(), inside + 1);
            }
        }
        return false;
    }

    /** So many characters before that place. */
    private static int back(char[] text, int at, int characters) {
        int left = characters;
        int place = at;
        while (place > 0 && left > 0) {
            if (!isLeftOut(text, --place)) {
                left--;
            }
        }
        return place;
    }

    private static void report(Term term, ReadText text, int at, Findings findings) {
        String reason = term.reason() == null ? "" : "（" + term.reason() + "）";
        boolean wrong = term.severity() == Severity.ERROR;
        findings.report(
                new Findings.Finding(
                        "term",
                        "错敏词",
                        term.severity(),
                        text.at(at),
                        "“" + term.wrong() + "”" + (wrong ? "是错敏词" : "可能写错了") + reason + "。",
                        (wrong ? "请改成“" : "请核对，一般写成“") + term.right() + "”。"),
                term.wrong()::equals);
    }
}
