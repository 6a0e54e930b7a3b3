package org.gongkai.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    @Override
    public void check(ReadText text, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (PersonalNumber number : PersonalNumbers.in(text.text())) {
            if (number.certain() || isMeant(number.kind(), text)) {
                seen.add(number.digits());
                report(number, text, text.at(number.start()), text.here(number.start()), findings);
            }
        }
        Place start = new Place(text.name(), 1);
        for (PersonalNumber number : PersonalNumbers.in(text.name())) {
            if (number.certain()) {
                report(number, text, start, "文件名里", findings);
            }
        }
        if (text.file().shown() != null && text.contains("*", "_", "<", "&", "`", "\\")) {
            for (PersonalNumber number : unbroken(text.file().shown().text())) {
                if (number.certain() && !seen.contains(number.digits())) {
                    report(number, text, start, "正文里（中间夹有符号或代码）", findings);
                }
            }
        }
    }

    /** Those without a gap: what markup leaves apart was not one number. */
    private static List<PersonalNumber> unbroken(String shown) {
        return PersonalNumbers.in(shown).stream()
                .filter(number -> number.end() - number.start() == number.digits().length())
                .toList();
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
                                : number.digits()
                                        .endsWith(content.toUpperCase(java.util.Locale.ROOT)));
    }

    private static String check(PersonalNumber.Kind kind) {
        return switch (kind) {
            case IDENTITY -> "identity-number";
            case MOBILE -> "mobile-number";
            case BANK_CARD -> "bank-card";
        };
    }
}
