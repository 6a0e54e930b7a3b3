package org.gongkai.pages;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gongkai.jbake.ColumnRenderer;
import org.gongkai.model.Page;

/**
 * The pages of a site, rendered one by one as they are asked for. The notice that somebody has just
 * edited need not wait for the lists to be cut. Safe for many threads.
 */
public final class PagesOnRequest {
    private final Map<String, PageSet.Job> first;
    private final Supplier<PageSet> all;
    private final ColumnRenderer renderer;
    private Map<String, PageSet.Job> byPath;

    /**
     * @param first some of the pages
     * @param all all of them; asked for once, and only when a page is not among the first
     */
    PagesOnRequest(PageSet first, Supplier<PageSet> all, ColumnRenderer renderer) {
        this.first = byPath(first);
        this.all = all;
        this.renderer = renderer;
    }

    private static Map<String, PageSet.Job> byPath(PageSet pages) {
        Map<String, PageSet.Job> byPath = new HashMap<>();
        pages.jobs().forEach(job -> byPath.put(job.page().path(), job));
        return byPath;
    }

    private synchronized Map<String, PageSet.Job> all() {
        if (byPath == null) {
            byPath = byPath(all.get());
        }
        return byPath;
    }

    private PageSet.Job job(String path) {
        PageSet.Job job = first.get(path);
        return job == null ? all().get(path) : job;
    }

    /** All pages, rendered or not, in the order of their files. */
    public List<Page> pages() {
        return all().values().stream()
                .map(PageSet.Job::page)
                .sorted(Comparator.comparing(Page::path))
                .toList();
    }

    /** Whether there is such a page. */
    public boolean has(String path) {
        return job(path) != null;
    }

    /**
     * Writes the file of a page that there is.
     *
     * @throws org.gongkai.jbake.TemplateFailure where a template can't be read or run
     */
    public void render(String path) {
        job(path).render(renderer);
    }
}
