package org.gongkai.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.model.Attachment;
import org.gongkai.model.Body;
import org.gongkai.model.DocumentNumber;
import org.gongkai.model.FormerAddress;
import org.gongkai.model.Link;
import org.gongkai.model.Metadata;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;
import org.gongkai.model.Reference;
import org.gongkai.model.RelationKind;
import org.gongkai.model.Severity;
import org.gongkai.model.TaskTable;
import org.gongkai.model.Validity;

/** Reads one notice: its front matter, its text and its task table. */
final class NoticeReader {
    static final Schema SCHEMA = Schema.of("notice");
    static final Set<String> KNOWN_KEYS = SCHEMA.allKeys();
    private static final List<String> KEYS = SCHEMA.keys();
    private static final Pattern SUBJECT_SEPARATORS = Pattern.compile("[;；、]");
    private static final Pattern KEYWORD_SEPARATORS = Pattern.compile("[;；、,，]");

    private final Surroundings surroundings;
    private final MarkdownReader markdown;
    private final TaskTableReader taskTables;
    private final AttachmentReader attachments;
    private final FormerAddressReader formerAddressReader;
    private final Problems problems;
    private final Set<String> draftFiles;

    /**
     * @param draftFiles takes the names of its files where it is a draft, finished or not
     */
    NoticeReader(
            Path root,
            Surroundings surroundings,
            MarkdownReader markdown,
            TaskTableReader taskTables,
            Set<String> draftFiles,
            Problems problems) {
        this.surroundings = surroundings;
        this.markdown = markdown;
        this.taskTables = taskTables;
        this.draftFiles = draftFiles;
        this.attachments = new AttachmentReader(root, surroundings, problems);
        this.formerAddressReader = new FormerAddressReader(surroundings, problems);
        this.problems = problems;
    }

    /**
     * Reads a notice; empty where something that it can't do without is missing, which is then a
     * problem.
     */
    Optional<Notice> read(ContentFiles.NoticeFile file, NoticeBytes bytes) throws IOException {
        LinkResolver links =
                new LinkResolver(
                        surroundings,
                        file.markdown().getParent(),
                        "notices/" + file.year(),
                        "notices/" + file.id());
        Optional<FrontMatter> front =
                SourceFile.of(file.name(), file.markdown(), bytes.markdown(), problems)
                        .flatMap(text -> FrontMatter.read(text, KNOWN_KEYS, problems));
        front.ifPresent(text -> text.fields().rejectUnknown(KEYS, Severity.ERROR));
        Publication publication = front.map(text -> Publication.read(text.fields())).orElse(null);
        Metadata metadata = front.map(text -> metadata(text.fields(), publication)).orElse(null);
        // The table is read even where the notice can't be, so that one run finds the mistakes of
        // both.
        TaskTable tasks = tasks(file, bytes, metadata, links);
        return metadata == null
                ? Optional.empty()
                : notice(file, front.get(), publication, metadata, tasks, links);
    }

    /** The notice's table; null where it has none, or one that can't be read. */
    private TaskTable tasks(
            ContentFiles.NoticeFile file,
            NoticeBytes bytes,
            Metadata metadata,
            LinkResolver links) {
        if (file.tasks() == null) {
            return null;
        }
        return SourceFile.of(file.tasksName(), file.tasks(), bytes.tasks(), problems)
                .flatMap(source -> taskTables.read(source, metadata, links))
                .orElse(null);
    }

    private Optional<Notice> notice(
            ContentFiles.NoticeFile file,
            FrontMatter front,
            Publication publication,
            Metadata metadata,
            TaskTable tasks,
            LinkResolver links)
            throws IOException {
        Fields fields = front.fields();
        Review.check(fields, metadata.publicationDate(), problems);
        if (publication.draft()) {
            draftFiles.add(file.name());
            draftFiles.add(file.tasksName());
        }
        Body body =
                markdown.read(
                        file.name(),
                        front.body(),
                        front.bodyLine(),
                        metadata.publisher(),
                        links,
                        "../../../");
        String pageFolder = "notices/" + file.id();
        Path folder = file.markdown().getParent();
        List<Attachment> attached = attachments.attachments(fields, folder, links, pageFolder);
        List<Link> shown = Stream.concat(body.links().stream(), evidence(tasks)).toList();
        List<Attachment> files = attachments.files(shown, folder, pageFolder);
        List<Reference> references = references(fields);
        List<FormerAddress> formerAddresses = formerAddressReader.read(fields);
        if (!isComplete(metadata)) {
            return Optional.empty();
        }
        return Optional.of(
                new Notice(
                        file.id(),
                        fields.origin(),
                        publication.draft(),
                        metadata,
                        references,
                        body,
                        attached,
                        files,
                        tasks,
                        formerAddresses,
                        null));
    }

    private static Stream<Link> evidence(TaskTable tasks) {
        return tasks == null
                ? Stream.empty()
                : tasks.tasks().stream()
                        .flatMap(task -> task.progress().stream())
                        .map(progress -> progress.evidence())
                        .filter(Objects::nonNull);
    }

    private static boolean isComplete(Metadata metadata) {
        return Stream.of(
                        metadata.title(),
                        metadata.indexNumber(),
                        metadata.publisher(),
                        metadata.documentDate(),
                        metadata.publicationDate())
                .allMatch(Objects::nonNull);
    }

    private Metadata metadata(Fields fields, Publication publication) {
        String title = fields.required("标题", "××县人民政府办公室关于……的通知");
        String indexNumber = fields.required("索引号", "113715250044422281/2023-00000007");
        String publisher = fields.required("发布机关", "××县人民政府办公室");
        LocalDate documentDate = fields.requiredDate("成文日期", "document-date");
        LocalDate publicationDate = fields.requiredDate("发布日期", "publication-date");
        return new Metadata(
                title,
                indexNumber,
                fields.text("发文字号"),
                publisher,
                fields.textsCutAt("主题分类", SUBJECT_SEPARATORS),
                documentDate,
                publicationDate,
                fields.choice(
                        "有效性",
                        Validity::ofLabel,
                        Arrays.stream(Validity.values()).map(Validity::label).toList()),
                fields.date("施行日期", "effective-date"),
                fields.date("有效期至", "expiry-date"),
                publication.disclosure(),
                fields.text("栏目"),
                fields.textsCutAt("关键词", KEYWORD_SEPARATORS),
                fields.text("统一编号"));
    }

    private static List<Reference> references(Fields fields) {
        List<Reference> references = new ArrayList<>();
        for (RelationKind kind : RelationKind.values()) {
            List<String> wordings = fields.names(kind.label(), false, text -> parts(text).stream());
            for (String wording : wordings) {
                references.add(new Reference(kind, wording, null, fields.at(kind.label())));
            }
        }
        return references;
    }

    /**
     * One text may name several: cut at ； always, at 、 only where each part is a number or a
     * 《title》. What stands in 《》 is never cut.
     */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String piece : cut(text, ";；")) {
            List<String> names = cut(piece, "、,，");
            boolean all = names.stream().map(String::strip).allMatch(NoticeReader::isWholeName);
            parts.addAll(all ? names : List.of(piece));
        }
        return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static List<String> cut(String text, String separators) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean inTitle = false;
        int lastEnd = text.lastIndexOf('》');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '《') {
                inTitle = i < lastEnd;
            } else if (c == '》') {
                inTitle = false;
            } else if (!inTitle && separators.indexOf(c) >= 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static boolean isWholeName(String text) {
        return DocumentNumber.isLoose(text)
                || text.matches("《.+》(?:\\s*[（(].+[）)])?")
                || text.matches("\\S+/\\d{4,6}-\\d+");
    }
}
