package org.gongkai.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another notice as an editor named it under 废止, 替代, 修改 or 解读.
 *
 * @param wording the 发文字号, 索引号, name or title as typed
 * @param target the id of the notice meant; null where the column holds none
 */
public record Reference(RelationKind kind, String wording, String target, Place place) {
    /** 《标题》（文号）, as an official text names another. */
    private static final Pattern TITLE_AND_NUMBER =
            Pattern.compile("《(.+)》\\s*[（(]\\s*(.+?)\\s*[）)]");

    /** The same without 《》, where what stands in the brackets is a 发文字号 for sure. */
    private static final Pattern WORDS_AND_NUMBER =
            Pattern.compile(
                    "([^《》]+?)\\s*[（(]\\s*([^（(《》）)\\s]+[〔（(\\[［【]\\s*\\d{4}\\s*[〕）)\\]］】][^（(）)]+?)\\s*[）)]");

    private static final Pattern ONLY_TITLE = Pattern.compile("《(.+)》");
    private static final Pattern NUMBER =
            Pattern.compile("[〔（(\\[［【]\\s*\\d{4}\\s*[〕）)\\]］】]\\s*第?\\s*\\d+\\s*号|/\\d{4,6}-\\d+");

    /** The 发文字号 or 索引号 in 《title》（number）; else the whole wording, which may be one. */
    public String number() {
        Matcher matcher = both();
        return matcher == null ? wording : matcher.group(2);
    }

    /** The title in 《title》 or 《title》（number）; else the whole wording, which may be one. */
    public String title() {
        Matcher matcher = both();
        if (matcher != null) {
            return matcher.group(1);
        }
        Matcher title = ONLY_TITLE.matcher(wording);
        return title.matches() ? title.group(1) : wording;
    }

    /** Whether it names a notice by title and by number. */
    public boolean hasTitleAndNumber() {
        return both() != null;
    }

    /** Whether more than one number stands in it, outside of titles. */
    public boolean hasSeveralNumbers() {
        return NUMBER.matcher(wording.replaceAll("《[^《》]*》", "")).results().count() > 1;
    }

    private Matcher both() {
        Matcher matcher = TITLE_AND_NUMBER.matcher(wording);
        if (matcher.matches()) {
            return matcher;
        }
        Matcher words = WORDS_AND_NUMBER.matcher(wording);
        return words.matches() ? words : null;
    }

    public Reference withTarget(String id) {
        return new Reference(kind, wording, id, place);
    }
}
