package org.gongkai.model;

/**
 * 个人号码: a number in a text that stands for one person.
 *
 * @param digits the number itself, in half-width figures; never shown, see {@link #masked}
 * @param start where it begins in the text
 * @param end where it ends
 * @param certain whether it can hardly be anything else; if not, words around it must say so
 */
public record PersonalNumber(Kind kind, String digits, int start, int end, boolean certain) {

    /** What kind of number, by the word that editors know. */
    public enum Kind {
        IDENTITY("身份证号", 2, 3),
        MOBILE("手机号", 3, 4),
        BANK_CARD("银行卡号", 4, 4);

        private final String label;
        private final int first;
        private final int last;

        Kind(String label, int first, int last) {
            this.label = label;
            this.first = first;
            this.last = last;
        }

        public String label() {
            return label;
        }
    }

    /** As it may be shown: {@code 138****1234}, {@code 35*************123}. */
    public String masked() {
        int hidden = digits.length() - kind.first - kind.last;
        return digits.substring(0, kind.first)
                + "*".repeat(hidden)
                + digits.substring(digits.length() - kind.last);
    }

    /** Not the number, lest it gets into a log. */
    @Override
    public String toString() {
        return kind + " " + masked();
    }
}
