package org.gongkai.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that may be published, as it stands on a day. What may not (drafts, 依申请公开, 不予公开, reviewers)
 * is not in here, so that no page can show it.
 *
 * @param asOf the day
 * @param notices newest first
 * @param pages by 顺序
 * @param catalog the top of the 主动公开基本目录
 * @param topics in alphabetical order of their addresses
 * @param synonyms 同义词: words of one meaning, as typed, for the search
 */
public record Site(
        SiteSettings settings,
        LocalDate asOf,
        List<Notice> notices,
        List<ContentPage> pages,
        UnitRegister units,
        List<Category> catalog,
        List<Topic> topics,
        List<List<String>> synonyms) {
    public Site {
        notices = List.copyOf(notices);
        pages = List.copyOf(pages);
        catalog = List.copyOf(catalog);
        topics = List.copyOf(topics);
        synonyms = synonyms.stream().map(List::copyOf).toList();
    }

    /** The page that opens a statutory section. */
    public Optional<ContentPage> page(Section section) {
        return pages.stream().filter(page -> page.section() == section).findFirst();
    }
}
