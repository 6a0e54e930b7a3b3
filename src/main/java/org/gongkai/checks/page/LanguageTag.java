package org.gongkai.checks.page;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Language tags as BCP 47 (RFC 5646) has them. */
final class LanguageTag {
    private static final Pattern FORM =
            Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8})*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

    /** The three-letter codes of languages that have two letters: those are the registered ones. */
    private static final Set<String> LONG_FORMS = longForms();

    private LanguageTag() {}

    /** Whether the language is one that there is; what follows need only have the right form. */
    static boolean isValid(String tag) {
        String primary = primary(tag);
        return FORM.matcher(tag).matches()
                && (primary.length() == 2
                        ? TWO_LETTERS.contains(primary)
                        : !LONG_FORMS.contains(primary));
    }

    /** The language itself, without country and script. */
    static String primary(String tag) {
        return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Set<String> longForms() {
        Set<String> forms = new HashSet<>();
        for (String language : TWO_LETTERS) {
            forms.add(new Locale(language).getISO3Language());
        }
        return forms;
    }
}
