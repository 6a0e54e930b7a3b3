package org.gongkai.model;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page that is no notice: 指南, 制度, 依申请公开, 无障碍说明 …
 *
 * @param section 专栏: which statutory section it opens, or null
 * @param order 顺序 among the pages
 * @param publicationDate 发布日期, or null
 * @param template 模板: a template of the column's own, or null
 */
public record ContentPage(
        String name,
        Origin origin,
        boolean draft,
        String title,
        Section section,
        int order,
        LocalDate publicationDate,
        String template,
        Body body,
        List<Attachment> attachments,
        List<Attachment> files) {
    public ContentPage {
        attachments = List.copyOf(attachments);
        files = List.copyOf(files);
    }

    /** Every file that is published with it. */
    public Stream<Attachment> publishedFiles() {
        return Stream.concat(attachments.stream(), files.stream());
    }

    /** Its address, relative to the site's root. */
    public String url() {
        return "pages/" + Urls.encodePath(name) + "/";
    }

    /** The folder of its page in the output. */
    public String folder() {
        return "pages/" + name;
    }
}
