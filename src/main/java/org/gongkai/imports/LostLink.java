package org.gongkai.imports;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A link of a received file: only its words are imported, since it may be old or lead elsewhere.
 */
final class LostLink {
    private static final Pattern OUTSIDE = Pattern.compile("(?i)(?:https?://|mailto:).+");
    private static final Pattern DRESS = Pattern.compile("(?i)^(?:https?://|mailto:)|/$|\\s");

    private LostLink() {}

    /**
     * What there is to say of it; nothing where its words are its address, or where it leads to a
     * place in the file itself.
     */
    static Optional<String> remark(String words, String address) {
        String shown = Wording.tidy(words);
        String target = address == null ? "" : address.strip();
        if (shown.isEmpty()
                || !OUTSIDE.matcher(target).matches()
                || bare(shown).equals(bare(target))) {
            return Optional.empty();
        }
        return Optional.of(
                "“"
                        + Quote.brief(shown)
                        + "”是链接，通向 "
                        + target
                        + " ，只导入了文字。要保留链接的，请在正文里写成“[文字](网址)”。");
    }

    private static String bare(String address) {
        return DRESS.matcher(address).replaceAll("");
    }
}
