package org.gongkai.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 索引号. There is no national format; most counties write the 统一社会信用代码 of the body, a slash, the
 * year, a hyphen and a serial.
 */
public final class IndexNumber {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };
    private static final Pattern CREDIT_CODE =
            Pattern.compile("^([0-9A-HJ-NPQRTUWXY]{17})([0-9A-Z])(?=/)");
    private static final Pattern YEAR =
            Pattern.compile("^[0-9A-Z]{9,18}[/-]((?:19|20)\\d{2})(?:0[1-9]|1[0-2])?-");

    private IndexNumber() {}

    /** The form in which two writings of one number are equal. */
    public static String normalised(String number) {
        return DocumentNumber.squeezed(number).toUpperCase(Locale.ROOT);
    }

    /**
     * Whether the credit code in it, if it begins with one, ends with the check character that GB
     * 32100 gives it.
     */
    public static boolean hasRightCheckCharacter(String number) {
        Matcher matcher = CREDIT_CODE.matcher(number);
        return !matcher.find() || checkCharacter(matcher.group(1)) == matcher.group(2).charAt(0);
    }

    /** The check character of the 17 characters before it (GB 32100: ISO 7064, modulo 31). */
    public static char checkCharacter(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /**
     * The year behind the code of its body, or 0; other numbers, such as points in time, have none.
     */
    public static int year(String number) {
        Matcher matcher = YEAR.matcher(number);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
