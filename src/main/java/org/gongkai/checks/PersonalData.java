package org.gongkai.checks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.model.Body;
import org.gongkai.model.ColumnText;
import org.gongkai.model.PersonalNumber;
import org.gongkai.model.PersonalNumbers;
import org.gongkai.model.Place;
import org.gongkai.model.Severity;

/**
 * For the people whom a notice names: no 身份证号, 手机号 or 银行卡号 gets out in full. The number is masked
 * in the message too.
 */
final class PersonalData implements TextCheck {
    private static final Pattern BETWEEN_FIGURES =
            Pattern.compile("(?<=\\d)(?:\\*{1,3}|_{1,3})(?=\\d)");

    private static final Pattern BESIDE_FIGURES =
            Pattern.compile(
                    "(?<![*_])(?:\\*{1,3}|_{1,3})(?=\\d)|(?<=\\d)(?:\\*{1,3}|_{1,3})(?![*_])");

    private static final int MOST_HTML = 4 * 1024 * 1024;

    @Override
    public void check(ReadText text, Findings findings) {
        List<PersonalNumber> typed = new ArrayList<>();
        // Cells of an Excel file, a line each, are never parts of one number.
        String lines = text.typed() ? text.text() : text.text().replace('\n', '|');
        for (PersonalNumber number : PersonalNumbers.in(lines)) {
            if (number.certain() || isMeant(number.kind(), text)) {
                typed.add(number);
                report(number, text, text.at(number.start()), text.here(number.start()), findings);
            }
        }
        Place start = new Place(text.name(), 1);
        for (PersonalNumber number : PersonalNumbers.in(text.name())) {
            if (number.certain()) {
                report(number, text, start, "文件名里", findings);
            }
        }
        checkShown(text, typed, findings);
    }

    /** Looks for those that are seen on the page, but not in the file. */
    private static void checkShown(ReadText text, List<PersonalNumber> typed, Findings findings) {
        String html = html(text);
        if (html == null) {
            return;
        }
        List<PersonalNumber> shown = new ArrayList<>();
        for (String piece : ShownText.pieces(html)) {
            for (PersonalNumber number : PersonalNumbers.in(unstarred(piece))) {
                if (number.certain() || isMeant(number.kind(), text)) {
                    shown.add(number);
                }
            }
        }
        if (shown.isEmpty()) {
            return;
        }
        TypedFigures between = TypedFigures.between(text.text());
        TypedFigures all = TypedFigures.all(text.text());
        Map<String, Integer> next = new HashMap<>();
        Set<String> done = new HashSet<>();
        BitSet reported = new BitSet();
        for (PersonalNumber number : typed) {
            done.add(number.digits());
            reported.set(number.start(), number.end());
        }
        int last = 0;
        for (PersonalNumber number : shown) {
            String digits = number.digits();
            // They stand in the order of the page, but for those that are typed elsewhere.
            int figure = between.find(digits, last);
            if (figure < 0) {
                figure = between.find(digits, next.getOrDefault(digits, 0));
            }
            if (figure >= 0) {
                last = figure + 1;
                next.put(digits, last);
                int place = between.place(figure);
                if (!reported.get(place)) {
                    done.add(digits);
                    report(number, text, text.at(place), "这里（中间夹有符号或代码）", findings);
                }
            } else if (done.add(digits)) {
                int place = all.find(digits, 0);
                report(
                        number,
                        text,
                        place < 0 ? new Place(text.name(), 1) : text.at(all.place(place)),
                        place < 0 ? "正文里（中间夹有符号或代码）" : "这里（中间夹有符号或代码）",
                        findings);
            }
        }
    }

    /** The page that a text becomes; null where it shows what is typed, and no other numbers. */
    private static String html(ReadText text) {
        Body shown = text.file().shown();
        if (shown != null) {
            boolean marked = text.contains("*", "_", "<", ">", "&", "`", "~", "[", "\\");
            return marked
                            && (text.contains("&#")
                                    || PersonalNumbers.mayStandIn(unstarred(shown.text())))
                    ? shown.html()
                    : null;
        }
        boolean attached =
                text.kind() == ColumnText.Kind.ATTACHMENT
                        && text.name().toLowerCase(Locale.ROOT).matches(".*\\.html?");
        return attached && text.text().length() <= MOST_HTML ? text.text() : null;
    }

    /** The text with hyphens for asterisks that hide nothing, as in 138**0000**1234. */
    private static String unstarred(String text) {
        if (text.indexOf('*') < 0 && text.indexOf('_') < 0) {
            return text;
        }
        String joined = BETWEEN_FIGURES.matcher(text).replaceAll("-");
        return BESIDE_FIGURES.matcher(joined).replaceAll("");
    }

    /** Whether the text speaks of such numbers, where the figures alone don't tell. */
    private static boolean isMeant(PersonalNumber.Kind kind, ReadText text) {
        return switch (kind) {
            case IDENTITY -> text.contains("身份证", "身份号码", "证件号");
            case BANK_CARD -> text.contains("银行卡", "卡号", "信用卡");
            case MOBILE -> false;
        };
    }

    private static void report(
            PersonalNumber number, ReadText text, Place place, String where, Findings findings) {
        String masked = number.masked();
        // The telephone of an office may be a mobile one, and an office must be reached.
        boolean office =
                number.kind() == PersonalNumber.Kind.MOBILE
                        && text.kind() == ColumnText.Kind.REGISTER;
        findings.report(
                new Findings.Finding(
                        check(number.kind()),
                        number.kind().label(),
                        office ? Severity.WARNING : Severity.ERROR,
                        place,
                        where + "有完整的" + number.kind().label() + "“" + masked + "”，会泄露个人信息。",
                        number.kind() == PersonalNumber.Kind.MOBILE
                                ? "请删去，或者写成“" + masked + "”；联系电话请写办公座机。"
                                : "请删去，或者写成“" + masked + "”。"),
                content ->
                        content.contains("*")
                                ? content.equals(masked)
                                : number.digits().endsWith(content.toUpperCase(Locale.ROOT)));
    }

    private static String check(PersonalNumber.Kind kind) {
        return switch (kind) {
            case IDENTITY -> "identity-number";
            case MOBILE -> "mobile-number";
            case BANK_CARD -> "bank-card";
        };
    }
}
