package org.gongkai.checks.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template leaves in a text where it had nothing to put in. */
final class Gaps {
    private static final String LABELS =
            "(?:联系|咨询|监督|举报|服务)?电话|传真|(?:电子)?邮箱|邮编|(?:办公|联系|通[信讯])?地址|办公时间|联系人|联系方式"
                    + "|(?:网站)?主办单位|承办单位|网站标识码|(?:ICP|公安)?备案[号码]|(?:信息|内容|文章)?来源|作者|责任编辑"
                    + "|发布(?:日期|时间|机[关构])|成文日期|索引号|发文字号|文号|有效性|主题分类|统一编号";

    /** A sentence that leads someone nowhere. */
    private static final Pattern TELLING =
            Pattern.compile(
                    "(?:拨打|致电|登录|登陆|前往)\\s+[，。；、！]|(?:发送至|寄往|寄至)\\s*[，。；、！]"
                            + "|(?:拨打|致电|(?<!\\p{IsHan})[到由向在]|或者[到由向在])\\s+"
                            + "(?:进行|办理|咨询|查询|领取|提交|申请|反映|现场|了解)"
                            + "|(?:"
                            + LABELS
                            + ")[：:]\\s*[，。；、）]");

    /** 请登录。 and 可自行前往。 are whole sentences; of a number to call one may doubt. */
    private static final Pattern SIGNS =
            Pattern.compile(
                    "(?:拨打|致电)[，。；、！]|（）|《》|“”|‘’|【】|〔〕|「」|(?<=\\p{IsHan})\\(\\)"
                            + "|[，、；：]\\s*[，、。；]|。\\s*[，、；]"
                            + "|\\$\\{[^}]*\\}|\\{\\{[^}]*\\}\\}|<%.*?%>|\\[object Object\\]"
                            + "|(?:^|(?<=[\\p{IsHan}：:，。（《“]))\\s*(?:null|undefined|NaN)"
                            + "(?=\\s*(?:$|[\\p{IsHan}，。；、）》”]))");

    private static final Pattern LABEL_ALONE =
            Pattern.compile("(?:.*[\\s，；])?(?:" + LABELS + ")[：:]\\s*", Pattern.DOTALL);
    private static final byte SPACE = 1;
    private static final byte SIGN = 2;
    private static final byte OPEN = 4;
    private static final byte WAY = 8;
    private static final byte LEFT_OVER = 16;
    private static final byte VERB = 32;

    /** What each character may be: every character of a column is looked up here. */
    private static final byte[] KINDS = kinds();

    private Gaps() {}

    /** A gap in a sentence that tells where to call or to go; null where there is none. */
    static String telling(String text) {
        return first(TELLING, text);
    }

    /** Brackets, commas and signs of a template with nothing in them; null where there are none. */
    static String sign(String text) {
        return first(SIGNS, text);
    }

    /** Whether the text ends with a label of a value. */
    static boolean endsWithLabel(CharSequence text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end > 0
                && (text.charAt(end - 1) == '：' || text.charAt(end - 1) == ':')
                && LABEL_ALONE.matcher(text).matches();
    }

    /**
     * Quickly: whether signs, or a sign or word and a space, stand together as in every gap, or
     * something begins as what a template leaves over. Most texts have nothing of the kind.
     */
    static boolean areLikely(String text) {
        return areLikely(text.toCharArray(), text.length());
    }

    /** The same of the first characters of some. */
    static boolean areLikely(char[] chars, int length) {
        int before = 0;
        int last = -1;
        for (int i = 0; i < length; i++) {
            byte kind = KINDS[chars[i]];
            if (kind == SPACE) {
                continue;
            }
            if (kind != 0 || before != 0) {
                boolean space = last < i - 1;
                if ((kind & SIGN) != 0
                                && (space
                                        || (before & OPEN) != 0
                                        || (before & VERB) != 0 && isVerb(chars, last))
                        || space && (before & WAY) != 0
                        || (kind & LEFT_OVER) != 0 && isLeftOver(chars, i, length)) {
                    return true;
                }
            }
            before = kind;
            last = i;
        }
        return false;
    }

    /** Whether a sign that ends a verb is after one that begins it. */
    private static boolean isVerb(char[] chars, int end) {
        char first = end == 0 ? ' ' : chars[end - 1];
        return switch (chars[end]) {
            case '打' -> first == '拨';
            case '电' -> first == '致';
            case '至' -> first == '送' || first == '寄';
            default -> first == '寄';
        };
    }

    private static boolean isLeftOver(char[] chars, int at, int length) {
        String sought =
                switch (chars[at]) {
                    case '$' -> "${";
                    case '{' -> "{{";
                    case '<' -> "<%";
                    case '[' -> "[obj";
                    case 'n' -> "null";
                    case 'u' -> "undef";
                    default -> "NaN";
                };
        if (at + sought.length() > length) {
            return false;
        }
        for (int i = 0; i < sought.length(); i++) {
            if (chars[at + i] != sought.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (char c = 0; c <= ' '; c++) {
            kinds[c] = SPACE;
        }
        Map.of(
                        SPACE, "\u00a0\u3000",
                        SIGN, "，。；、：！）》”’】〕」),;",
                        OPEN, "（《“‘【〔「(，、；：:。",
                        VERB, "打电至往",
                        WAY, "打电到由向在",
                        LEFT_OVER, "${<[nuN")
                .forEach((kind, chars) -> chars.chars().forEach(c -> kinds[c] |= kind));
        return kinds;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        int from = Math.max(0, matcher.start() - 8);
        return text.substring(from, Math.min(text.length(), matcher.end() + 8)).strip();
    }
}
