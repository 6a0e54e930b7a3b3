package org.gongkai.pages;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Notice;
import org.gongkai.model.Validity;

/**
 * Writes behind each link of a text to a notice that is 失效 or 废止 that it is so.
 *
 * @param notices by their addresses
 */
public record EndedLinks(Map<String, Notice> notices) {
    private static final Pattern LINK =
            Pattern.compile(
                    "<a [^>]*?href=\"(?:\\.\\./)+(notices/[^\"#?]+/)[^\"]*\"[^>]*>.*?</a>",
                    Pattern.DOTALL);

    /**
     * @param html of a text, its links leading from its page
     */
    public String label(String html) {
        if (!html.contains("/notices/")) {
            return html;
        }
        Matcher link = LINK.matcher(html);
        StringBuilder labelled = new StringBuilder();
        while (link.find()) {
            Notice target = notices.get(link.group(1));
            Validity validity = target == null ? Validity.IN_FORCE : target.standing().validity();
            String label =
                    validity.ended()
                            ? "<span class=\"tag tag-"
                                    + validity.slug()
                                    + "\">"
                                    + validity.label()
                                    + "</span>"
                            : "";
            link.appendReplacement(labelled, Matcher.quoteReplacement(link.group() + label));
        }
        return link.appendTail(labelled).toString();
    }
}
