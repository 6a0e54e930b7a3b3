package org.gongkai.pages;

import java.util.List;
import java.util.Map;
import org.gongkai.model.FormerAddress;
import org.gongkai.model.Notice;

/** A page at each old address (旧地址) of a notice that leads on to it, on any server. */
final class MovedPages {
    private static final String TYPE = "moved";

    private MovedPages() {}

    static void addTo(PageSet pages) {
        for (Notice notice : pages.site().notices()) {
            notice.formerAddresses().forEach(address -> add(pages, notice, address));
        }
    }

    private static void add(PageSet pages, Notice notice, FormerAddress address) {
        // Of several old addresses of a notice, each has its own title.
        String title = "网址已改（" + address.path() + "）：" + notice.title();
        Map<String, Object> values = pages.values(address.path(), title, null, List.of());
        values.put("meta", MetaTag.article(pages.settings(), notice));
        values.put("moved", notice);
        String extension = address.file().substring(address.file().lastIndexOf('.'));
        pages.addUnlisted(
                extension.equals(".html") ? TYPE : TYPE + extension, address.file(), values);
    }
}
