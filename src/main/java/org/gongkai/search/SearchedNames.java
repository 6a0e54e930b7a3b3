package org.gongkai.search;

import java.util.List;
import org.gongkai.model.Category;
import org.gongkai.model.Site;

/**
 * The names of all that can be found, and nothing else: what {@link Vocabulary} and {@link
 * Suggestions} are made of, so that they are the same wherever these are.
 *
 * @param place the place whose government publishes; null where it can't be told
 * @param categories in the order of the catalog
 */
record SearchedNames(
        String place,
        List<Named> units,
        List<Named> topics,
        List<String> categories,
        List<List<String>> synonyms,
        List<Named> pages,
        List<NamedNotice> notices) {

    /**
     * What has an address.
     *
     * @param all every name of it, of which the first is shown
     */
    record Named(String url, List<String> all) {
        String name() {
            return all.get(0);
        }
    }

    /**
     * A notice.
     *
     * @param number 发文字号; null where it has none
     */
    record NamedNotice(
            String url,
            String title,
            String number,
            List<String> subjects,
            List<String> keywords) {}

    static SearchedNames of(Site site) {
        return new SearchedNames(
                Names.place(site),
                site.units().units().stream()
                        .map(unit -> new Named(unit.url(), Names.of(unit)))
                        .toList(),
                site.topics().stream()
                        .map(topic -> new Named(topic.url(), List.of(topic.name())))
                        .toList(),
                site.catalog().stream().flatMap(Category::all).map(Category::name).toList(),
                site.synonyms(),
                site.pages().stream()
                        .map(page -> new Named(page.url(), List.of(page.title())))
                        .toList(),
                site.notices().stream()
                        .map(
                                notice ->
                                        new NamedNotice(
                                                notice.url(),
                                                notice.title(),
                                                notice.documentNumber(),
                                                notice.metadata().subjects(),
                                                notice.metadata().keywords()))
                        .toList());
    }

    /** All of them; others give other bytes. */
    byte[] bytes() {
        Bytes out = new Bytes();
        add(place, out);
        addNamed(units, out);
        addNamed(topics, out);
        add(categories, out);
        out.varint(synonyms.size());
        synonyms.forEach(group -> add(group, out));
        addNamed(pages, out);
        out.varint(notices.size());
        for (NamedNotice notice : notices) {
            add(notice.url(), out);
            add(notice.title(), out);
            add(notice.number(), out);
            add(notice.subjects(), out);
            add(notice.keywords(), out);
        }
        return out.toArray();
    }

    private static void addNamed(List<Named> named, Bytes out) {
        out.varint(named.size());
        for (Named each : named) {
            add(each.url(), out);
            add(each.all(), out);
        }
    }

    private static void add(List<String> texts, Bytes out) {
        out.varint(texts.size());
        texts.forEach(text -> add(text, out));
    }

    private static void add(String text, Bytes out) {
        if (text == null) {
            out.varint(0);
        } else {
            out.varint(1 + text.length());
            // Half a surrogate pair has no UTF-8.
            for (int i = 0; i < text.length(); i++) {
                out.varint(text.charAt(i));
            }
        }
    }
}
