package org.gongkai.sources;

import java.util.function.UnaryOperator;
import org.gongkai.model.CleanHtml;

/**
 * Makes HTML harmless; the one who builds a site hands in how, since this room knows Markdown and
 * not HTML.
 */
@FunctionalInterface
public interface HtmlCleaner {
    /**
     * @param links gives each link its new address; null takes it away
     */
    CleanHtml clean(String html, UnaryOperator<String> links);
}
