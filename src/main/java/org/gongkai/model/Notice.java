package org.gongkai.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * 公开信息: one notice.
 *
 * @param id {@code <year>/<name>}, after its file; never changes
 * @param draft 状态: 草稿
 * @param references what it repeals, replaces, amends and explains
 * @param attachments the 附件
 * @param files what its text shows or links to and is published beside it
 * @param tasks its 任务分解表, or null
 * @param formerAddresses 旧地址, where it once was
 * @param standing how it stands on the day of the build; null until that is worked out
 */
public record Notice(
        String id,
        Origin origin,
        boolean draft,
        Metadata metadata,
        List<Reference> references,
        Body body,
        List<Attachment> attachments,
        List<Attachment> files,
        TaskTable tasks,
        List<FormerAddress> formerAddresses,
        Standing standing) {

    /** Newest publication first; the same day, by id, so that the order never wavers. */
    public static final Comparator<Notice> NEWEST_FIRST =
            Comparator.comparing(Notice::publicationDate)
                    .thenComparing(Notice::documentDate)
                    .reversed()
                    .thenComparing(Notice::id);

    public Notice {
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        files = List.copyOf(files);
        formerAddresses = List.copyOf(formerAddresses);
    }

    public Notice withStanding(Standing newStanding) {
        return with(references, body, newStanding);
    }

    public Notice withBody(Body newBody) {
        return with(references, newBody, standing);
    }

    public Notice withReferences(List<Reference> newReferences) {
        return with(newReferences, body, standing);
    }

    private Notice with(List<Reference> newReferences, Body newBody, Standing newStanding) {
        return new Notice(
                id,
                origin,
                draft,
                metadata,
                newReferences,
                newBody,
                attachments,
                files,
                tasks,
                formerAddresses,
                newStanding);
    }

    /** Every file that is published with it. */
    public Stream<Attachment> publishedFiles() {
        return Stream.concat(attachments.stream(), files.stream());
    }

    /** Its address, relative to the site's root. */
    public String url() {
        return "notices/" + Urls.encodePath(id) + "/";
    }

    /** The folder of its page in the output. */
    public String folder() {
        return "notices/" + id;
    }

    public String year() {
        return id.substring(0, id.indexOf('/'));
    }

    public String name() {
        return id.substring(id.indexOf('/') + 1);
    }

    public String title() {
        return metadata.title();
    }

    public String documentNumber() {
        return metadata.documentNumber();
    }

    public String publisher() {
        return metadata.publisher();
    }

    public LocalDate documentDate() {
        return metadata.documentDate();
    }

    public LocalDate publicationDate() {
        return metadata.publicationDate();
    }

    public List<Task> taskList() {
        return tasks == null ? List.of() : tasks.tasks();
    }

    /**
     * Whether everyone may see it.
     *
     * @param drafts whether drafts are shown too
     */
    public boolean isPublic(boolean drafts) {
        return metadata.disclosure() == Disclosure.PROACTIVE && (drafts || !draft);
    }
}
