package org.gongkai.model;

/**
 * 主题分类: a subject that notices stand under.
 *
 * @param slug its part of an address
 */
public record Topic(String name, String slug) {
    public String url() {
        return "topics/" + slug + "/";
    }
}
