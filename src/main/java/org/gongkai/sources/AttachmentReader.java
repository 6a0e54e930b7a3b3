package org.gongkai.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.model.Attachment;
import org.gongkai.model.Link;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.Urls;

/** Finds the files that are published with a text: its 附件, and what it shows or links to. */
final class AttachmentReader {
    static final String KEY = "附件";
    private static final List<String> KEYS = NoticeReader.SCHEMA.at(KEY).keys();

    private final Path root;
    private final Surroundings surroundings;
    private final Problems problems;

    AttachmentReader(Path root, Surroundings surroundings, Problems problems) {
        this.root = root;
        this.surroundings = surroundings;
        this.problems = problems;
    }

    /** The 附件 that the front matter lists. */
    List<Attachment> attachments(
            Fields notice, Path folder, LinkResolver links, String pageFolder) {
        List<Attachment> attachments = new ArrayList<>();
        for (Fields fields : notice.list(KEY, "文件")) {
            fields.rejectUnknown(KEYS, Severity.ERROR);
            String file = fields.required("文件", "files/附件.docx");
            if (file == null) {
                continue;
            }
            Link link =
                    links.resolve(
                            file.replace("%", "%25").replace("#", "%23").replace("?", "%3F"),
                            fields.at("文件"),
                            false);
            switch (link.kind()) {
                case FILE -> {
                    String name = fields.text("名称");
                    Attachment attachment = attachment(link, folder, pageFolder, name);
                    attachments.add(attachment);
                }
                case ESCAPING ->
                        problems.error(
                                "attachment-path",
                                fields.at("文件"),
                                "附件“" + file + "”指到了公开信息所在文件夹之外。",
                                "请把附件放到这份文件旁边的 files 文件夹里，写成“files/文件名”。");
                default -> {
                    if (LinkResolver.isSource(file)) {
                        problems.error(
                                "attachment-missing",
                                fields.at("文件"),
                                "附件“" + file + "”是 .md 或 .yml 文件，不能作附件。",
                                "请换成 Word、PDF 等格式；是本栏目的公开信息的，请在正文里写成链接。");
                    } else {
                        problems.error(
                                "attachment-missing",
                                fields.at("文件"),
                                "找不到附件“" + file + "”。",
                                "请把附件放到这份文件旁边的 files 文件夹里，并核对文件名（大小写和扩展名也要一致）。");
                    }
                }
            }
        }
        return attachments;
    }

    /** The files that a text shows or links to, each once. */
    List<Attachment> files(List<Link> links, Path folder, String pageFolder) {
        Map<String, Attachment> files = new LinkedHashMap<>();
        for (Link link : links) {
            if (link.kind() == Link.Kind.FILE) {
                files.putIfAbsent(link.page(), attachment(link, folder, pageFolder, null));
            }
        }
        return List.copyOf(files.values());
    }

    private Attachment attachment(Link link, Path folder, String pageFolder, String name) {
        String path = Urls.decode(link.page());
        Path file = folder.resolve(path.substring(pageFolder.length() + 1));
        return new Attachment(
                name == null ? file.getFileName().toString() : name,
                root.relativize(file).toString().replace('\\', '/'),
                path,
                surroundings.size(file));
    }
}
