package org.gongkai.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.model.Attachment;
import org.gongkai.model.Body;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Disclosure;
import org.gongkai.model.Problems;
import org.gongkai.model.Section;
import org.gongkai.model.Severity;

/** Reads a page of {@code content/pages/}. */
final class PageReader {
    private static final Schema SCHEMA = Schema.of("page");
    private static final Set<String> KNOWN_KEYS = SCHEMA.allKeys();
    private static final List<String> KEYS = SCHEMA.keys();
    private static final List<String> SECTIONS =
            Arrays.stream(Section.values()).map(Section::label).toList();

    private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z0-9_-]+");

    private final Addresses addresses;
    private final List<String> templates;
    private final MarkdownReader markdown;
    private final Path root;
    private final Problems problems;
    private final Set<String> draftFiles = ConcurrentHashMap.newKeySet();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final AtomicInteger read = new AtomicInteger();

    /**
     * @param templates the names of the templates that there are
     */
    PageReader(
            Path root,
            Addresses addresses,
            List<String> templates,
            MarkdownReader markdown,
            Problems problems) {
        this.templates = templates;
        this.addresses = addresses;
        this.markdown = markdown;
        this.root = root;
        this.problems = problems;
    }

    Optional<ContentPage> read(ContentFiles.PageFile file) throws IOException {
        Optional<FrontMatter> front =
                SourceFile.read(file.name(), file.markdown(), problems)
                        .flatMap(source -> FrontMatter.read(source, KNOWN_KEYS, problems));
        if (front.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = front.get().fields();
        fields.rejectUnknown(KEYS, Severity.WARNING);
        Publication publication = Publication.read(fields);
        if (publication.draft()) {
            draftFiles.add(file.name());
        }
        String title = fields.required("标题", "政府信息公开指南");
        if (title == null) {
            return Optional.empty();
        }
        String pageFolder = "pages/" + file.base();
        Path folder = file.markdown().getParent();
        Surroundings surroundings = new Surroundings(root, addresses);
        AttachmentReader attachments = new AttachmentReader(root, surroundings, problems);
        LinkResolver links = new LinkResolver(surroundings, folder, "pages", pageFolder);
        Body body =
                markdown.read(
                        file.name(),
                        front.get().body(),
                        front.get().bodyLine(),
                        null,
                        links,
                        "../../");
        List<Attachment> attached = attachments.attachments(fields, folder, links, pageFolder);
        List<Attachment> files = attachments.files(body.links(), folder, pageFolder);
        Stream.concat(attached.stream(), files.stream())
                .forEach(attachment -> used.add(attachment.source()));
        read.incrementAndGet();
        Integer order = fields.number("顺序");
        if (publication.disclosure() != Disclosure.PROACTIVE) {
            return Optional.empty();
        }
        return Optional.of(
                new ContentPage(
                        file.base(),
                        fields.origin(),
                        publication.draft(),
                        title,
                        section(fields, title),
                        order == null ? Integer.MAX_VALUE : order,
                        fields.date("发布日期", "publication-date"),
                        template(fields),
                        body,
                        attached,
                        files));
    }

    /** The files of the drafts that were read so far, finished or not. */
    Set<String> draftFiles() {
        return draftFiles;
    }

    /** The attachments of the pages that were read so far, published or not. */
    Set<String> used() {
        return used;
    }

    /** How many pages were read so far, published or not. */
    int count() {
        return read.get();
    }

    private String template(Fields fields) {
        String template = fields.text("模板");
        if (template != null && !TEMPLATE.matcher(template).matches()) {
            problems.error(
                    "value",
                    fields.at("模板"),
                    "“模板”不能写成“" + template + "”。",
                    "请写 templates 文件夹里的模板名，不带扩展名，只用字母、数字和“-”。");
            return null;
        }
        if (template != null && !templates.contains(template)) {
            problems.error(
                    "value",
                    fields.at("模板"),
                    "没有“" + template + "”这个模板。",
                    "templates 文件夹里有：" + String.join("、", templates) + "。不需要单独模板的，请删去这一行。");
            return null;
        }
        return template;
    }

    /** 专栏 as it says; a page that is called like a section opens it. */
    private static Section section(Fields fields, String title) {
        if (fields.has("专栏")) {
            return fields.choice("专栏", Section::ofLabel, SECTIONS);
        }
        return Section.ofLabel(title).orElse(null);
    }
}
