package org.gongkai.model;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 发文字号: {@code 机关代字〔YYYY〕N号} (GB/T 9704). */
public final class DocumentNumber {
    private static final Pattern LOOSE =
            Pattern.compile("(.+?)[\\[(〔【〈<《{](\\d{4})[\\])〕】〉>》}]第?0*(\\d+)号?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]");
    private static final Pattern STANDARD = Pattern.compile("[^\\s〔〕\\[\\]]+〔\\d{4}〕[1-9]\\d*号");

    private DocumentNumber() {}

    public static boolean isStandard(String number) {
        return STANDARD.matcher(number).matches();
    }

    /** Whether it has the parts of a 发文字号, in whatever brackets. */
    public static boolean isLoose(String number) {
        return LOOSE.matcher(squeezed(number)).matches();
    }

    /**
     * The standard form of it, in which two writings of one number are equal; others stay as they
     * are.
     */
    public static String normalised(String number) {
        String squeezed = squeezed(number);
        Matcher matcher = LOOSE.matcher(squeezed);
        return matcher.matches()
                ? matcher.group(1) + "〔" + matcher.group(2) + "〕" + matcher.group(3) + "号"
                : squeezed;
    }

    /** Without blanks, and with the usual one of characters that have several widths. */
    static String squeezed(String number) {
        return BLANKS.matcher(Normalizer.normalize(number, Normalizer.Form.NFKC)).replaceAll("");
    }
}
