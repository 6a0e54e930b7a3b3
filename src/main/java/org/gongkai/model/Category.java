package org.gongkai.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A node of the 主动公开基本目录.
 *
 * @param description 说明, or null
 * @param updateTerm 更新期限 of what stands here and below, or null
 */
public record Category(
        Place at,
        String name,
        String slug,
        String description,
        UpdateTerm updateTerm,
        List<Category> children) {
    public Category {
        children = List.copyOf(children);
    }

    /** Its list, relative to the site's root. */
    public String url() {
        return "catalog/" + slug + "/";
    }

    /** Itself and all below it. */
    public Stream<Category> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Category::all));
    }
}
