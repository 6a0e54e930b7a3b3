package org.gongkai.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One page of a long list.
 *
 * @param number from 1
 * @param of how many pages there are
 * @param total how many items there are
 * @param base the address of the first page, relative to the site's root
 */
public record Paging<T>(List<T> items, int number, int of, int total, String base) {

    /** Cuts a list in pages; an empty list has one empty page. */
    static <T> List<Paging<T>> pages(List<T> items, int size, String base) {
        int of = Math.max(1, (items.size() + size - 1) / size);
        List<Paging<T>> pages = new ArrayList<>(of);
        for (int number = 1; number <= of; number++) {
            int from = (number - 1) * size;
            pages.add(
                    new Paging<>(
                            items.subList(from, Math.min(items.size(), from + size)),
                            number,
                            of,
                            items.size(),
                            base));
        }
        return pages;
    }

    public String url() {
        return url(number);
    }

    /** The address of another page of the list. */
    public String url(int other) {
        return other == 1 ? base : base + "page/" + other + "/";
    }

    public boolean first() {
        return number == 1;
    }

    public boolean last() {
        return number == of;
    }

    /** What this page is called. */
    String title(String list) {
        return first() ? list : list + "（第" + number + "页）";
    }

    /** A later page of a list has the list's first page above it. */
    List<NavItem> above(String list) {
        return first() ? List.of() : List.of(new NavItem(list, base));
    }

    /** The numbers worth a link: the first, the last, and those near; 0 stands for a gap. */
    public List<Integer> links() {
        List<Integer> links = new ArrayList<>();
        IntStream.rangeClosed(1, of)
                .filter(n -> n == 1 || n == of || Math.abs(n - number) <= 2)
                .forEach(
                        n -> {
                            if (!links.isEmpty() && links.get(links.size() - 1) < n - 1) {
                                links.add(0);
                            }
                            links.add(n);
                        });
        return links;
    }
}
