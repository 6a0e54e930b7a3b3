package org.gongkai.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** 身份证号 (GB 11643): a division, a birthday, a serial, a check character. */
final class IdentityNumbers {
    /** The provinces by the first two figures of a division's code (GB/T 2260). */
    private static final Set<String> PROVINCES =
            Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
                    "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
                    "61", "62", "63", "64", "65", "71", "81", "82", "83", "91");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private IdentityNumbers() {}

    /** Whether 18 characters have a division and a birthday in their places. */
    static boolean isOne(String digits) {
        return PROVINCES.contains(digits.substring(0, 2))
                && digits.matches("\\d{6}(19|20)\\d{9}[\\dX]")
                && isDate(digits.substring(6, 14));
    }

    /** The form of 15 figures, for who was born before 2000. */
    static boolean isOldOne(String digits) {
        return PROVINCES.contains(digits.substring(0, 2))
                && digits.matches("\\d{15}")
                && isDate("19" + digits.substring(6, 12));
    }

    private static boolean isDate(String eight) {
        try {
            LocalDate.of(
                    Integer.parseInt(eight.substring(0, 4)),
                    Integer.parseInt(eight.substring(4, 6)),
                    Integer.parseInt(eight.substring(6)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether 18 characters end with the check character that GB 11643 gives them. */
    static boolean hasRightCheckCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11) == number.charAt(17);
    }
}
