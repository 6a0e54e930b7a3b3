package org.gongkai.checks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.ColumnText;
import org.gongkai.model.Severity;
import org.gongkai.model.UnseenCharacters;

/**
 * For the office that answers for secrets: no text gets out that says of itself that it must not.
 * Words such as 国家秘密, 内部资料 or 依法不公开 in a sentence are no such mark.
 */
final class SecrecyMarks implements TextCheck {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;

    /** 机密★10年, as GB/T 9704 marks a 公文. */
    private static final Pattern STARRED =
            Pattern.compile("(?:绝密|机密|秘密)[\\s\u3000]*★(?:\\d+年|长期)?");

    private static final String WITHHELD = "(?:不公开|不予公开|不得公开|不宜公开|依申请公开)(?:发布)?";

    /** A mark is a line of its own; so are table cells of reports, so that brackets must tell. */
    private static final Pattern MARK =
            Pattern.compile(
                    "[（(【\\[](?:[此本]件)?"
                            + WITHHELD
                            + "[)）】\\]]|[此本]件"
                            + WITHHELD
                            + "|公(?:开|文)(?:属性|方式|类别|选项|形式)[:：]\\s*"
                            + WITHHELD
                            + "|密级[:：]\\s*(?:绝密|机密|秘密).*|[（(【\\[](?:绝密|机密|秘密|内部资料|内部文件)[)）】\\]]");

    private static final Pattern BARE_MARK =
            Pattern.compile(
                    "(?:绝密|机密|秘密)(?:[·\\s\u3000]*(?:\\d+年|长期))?|不公开|不得公开|不宜公开"
                            + "|内部(?:资料|文件|材料|刊物)"
                            + "(?:[，,、；;\\s\u3000]*(?:注意保[存管]|妥善保管|严禁外传|请勿外传|不得外传|仅供参考))?");

    private static final Pattern DECORATION =
            Pattern.compile("^[\\s\u3000>*_]+|[\\s\u3000*_。！!]+$");

    @Override
    public void check(ReadText text, Findings findings) {
        if (text.kind() != ColumnText.Kind.NOTICE && text.kind() != ColumnText.Kind.ATTACHMENT) {
            return;
        }
        String all = text.text();
        if (all.indexOf('★') >= 0) {
            Matcher starred = STARRED.matcher(all);
            while (starred.find()) {
                report(starred.group(), starred.start(), text, findings);
            }
        }
        int from = 0;
        while (from < all.length()) {
            int end = all.indexOf('\n', from);
            end = end < 0 ? all.length() : end;
            if (end - from <= LONGEST && end - from >= SHORTEST && mayBeMark(all, from, end)) {
                String seen = UnseenCharacters.without(all.substring(from, end));
                String line = DECORATION.matcher(seen).replaceAll("");
                if (MARK.matcher(line).matches()
                        || (text.typed() && BARE_MARK.matcher(line).matches())) {
                    report(line, from, text, findings);
                }
            }
            from = end + 1;
        }
    }

    private static boolean mayBeMark(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '密' || c == '部' || c == '公') {
                return true;
            }
        }
        return false;
    }

    private static void report(String mark, int at, ReadText text, Findings findings) {
        findings.report(
                new Findings.Finding(
                        "secrecy-mark",
                        "密级标志",
                        Severity.ERROR,
                        text.at(at),
                        text.here(at) + "有“" + mark + "”，是不能公开的标志。",
                        "请核对公开属性：不能公开的，请写“公开属性: 不予公开”或者撤下附件；已解密、可以公开的，请删去这一标志。"),
                mark::equals);
    }
}
