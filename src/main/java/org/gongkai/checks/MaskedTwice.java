package org.gongkai.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.PersonalNumber;
import org.gongkai.model.PersonalNumbers;
import org.gongkai.model.Severity;

/**
 * For the people whose numbers are masked: two masks of one 身份证号 don't give away together what each
 * of them hides.
 */
final class MaskedTwice implements TextCheck {
    private static final Pattern MASKED =
            Pattern.compile("(?<![\\d*])(?=[\\dXx*]*\\*)[\\d*]{17}[\\dXx*](?![\\d*])");

    /** Lists are masked in one way, so there is no need to compare all with all. */
    private static final int MOST = 200;

    @Override
    public void check(ReadText text, Findings findings) {
        if (!text.text().contains("**")) {
            return;
        }
        List<String> before = new ArrayList<>();
        Matcher matcher = MASKED.matcher(text.text());
        while (matcher.find() && before.size() < MOST) {
            String mask = matcher.group();
            for (String other : before) {
                if (reveals(mask, other)) {
                    findings.report(
                            "masked-twice",
                            Severity.WARNING,
                            text.at(matcher.start()),
                            text.here(matcher.start()) + "的号码与前面同一个号码遮住的位置不同，合起来就能看出完整的身份证号。",
                            "请按同一种写法遮挡，例如“35*************123”。");
                    break;
                }
            }
            before.add(mask);
        }
    }

    /** Whether the two laid over each other are one whole number with the right check character. */
    private static boolean reveals(String a, String b) {
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < a.length(); i++) {
            char one = a.charAt(i);
            char two = b.charAt(i);
            if (one == two ? one == '*' : one != '*' && two != '*') {
                return false;
            }
            whole.append(one == '*' ? two : one);
        }
        return PersonalNumbers.in(whole.toString()).stream()
                .anyMatch(
                        number ->
                                number.certain() && number.kind() == PersonalNumber.Kind.IDENTITY);
    }
}
