package org.gongkai.sources;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Link;
import org.gongkai.model.Place;
import org.gongkai.model.Urls;

/**
 * Works out where a link in an editor's file leads. A link is taken as the editor sees it, from the
 * file's own folder ({@code ../2022/old.md}, with or without {@code .md}), from the site's root
 * ({@code /units/}), or as a browser would take it on the finished page.
 */
final class LinkResolver {
    private static final Pattern SCHEME =
            Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Set<String> SAFE_SCHEMES = Set.of("http", "https", "mailto", "tel");

    private final Surroundings surroundings;
    private final Path folder;
    private final String contentFolder;
    private final String pageFolder;

    /**
     * @param folder the file's folder on this machine
     * @param contentFolder the same, relative to {@code content/}, such as {@code notices/2023}
     * @param pageFolder the folder of the finished page, such as {@code notices/2023/a}
     */
    LinkResolver(Surroundings surroundings, Path folder, String contentFolder, String pageFolder) {
        this.surroundings = surroundings;
        this.folder = folder;
        this.contentFolder = contentFolder;
        this.pageFolder = pageFolder;
    }

    Link resolve(String typed, Place place, boolean embedded) {
        String target = typed.strip();
        Matcher scheme = SCHEME.matcher(target.replaceAll("\\p{Cntrl}", ""));
        if (target.startsWith("//")) {
            return link(typed, Link.Kind.EXTERNAL, "https:" + target, place, embedded);
        }
        if (scheme.matches()) {
            boolean safe = SAFE_SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT));
            return link(
                    typed,
                    safe ? Link.Kind.EXTERNAL : Link.Kind.UNSAFE,
                    safe ? target : null,
                    place,
                    embedded);
        }
        int hash = target.indexOf('#');
        String fragment = hash < 0 ? "" : target.substring(hash);
        String path = hash < 0 ? target : target.substring(0, hash);
        int query = path.indexOf('?');
        String querySuffix = query < 0 ? "" : path.substring(query);
        path = query < 0 ? path : path.substring(0, query);
        if (path.isEmpty() && querySuffix.isEmpty()) {
            return link(
                    typed,
                    fragment.isEmpty() ? Link.Kind.BROKEN : Link.Kind.ANCHOR,
                    fragment,
                    place,
                    embedded);
        }
        String decoded = Urls.decode(path).replace('\\', '/');
        String page = page(decoded);
        if (page != null) {
            return link(typed, Link.Kind.PAGE, page + querySuffix + fragment, place, embedded);
        }
        if (decoded.startsWith("/")) {
            return link(typed, Link.Kind.BROKEN, null, place, embedded);
        }
        return file(typed, decoded, fragment, place, embedded);
    }

    /** The address of a page of this site; null where the path names none. */
    private String page(String path) {
        if (path.startsWith("/")) {
            String base = surroundings.basePath();
            String rooted =
                    path.startsWith(base) ? path.substring(base.length()) : path.substring(1);
            String own = ownPage(normalised("", rooted));
            return own != null ? own : sitePath(rooted);
        }
        String fromFile = ownPage(normalised(contentFolder, path));
        if (fromFile != null) {
            return fromFile;
        }
        String onPage = normalised(pageFolder, path);
        String fromPage = ownPage(onPage);
        if (fromPage != null) {
            return fromPage;
        }
        if (onPage != null && (path.endsWith("/") || onPage.startsWith("data/"))) {
            return sitePath(path.endsWith("/") ? onPage + "/" : onPage);
        }
        return null;
    }

    /**
     * A generated page, such as {@code units/}: that it exists is checked once all pages are known.
     */
    private static String sitePath(String path) {
        String clean = normalised("", path);
        if (clean == null) {
            return null;
        }
        return Urls.encodePath(path.endsWith("/") && !clean.isEmpty() ? clean + "/" : clean);
    }

    private String ownPage(String path) {
        if (path == null) {
            return null;
        }
        String bare = path.endsWith("/index.html") ? path.substring(0, path.length() - 11) : path;
        bare = bare.endsWith(".md") ? bare.substring(0, bare.length() - 3) : bare;
        if (bare.startsWith("notices/") && surroundings.hasNotice(bare.substring(8))) {
            return Urls.encodePath(bare) + "/";
        }
        if (bare.startsWith("pages/") && surroundings.hasPage(bare.substring(6))) {
            return Urls.encodePath(bare) + "/";
        }
        return null;
    }

    /** Whether it can only be meant as a notice or page, though the column holds none there. */
    private boolean namesAPage(String path) {
        String content = normalised(contentFolder, path);
        return content != null && content.matches("(?:notices/\\d{4}|pages)/[^/.]+(?:\\.md)?");
    }

    private Link file(String typed, String path, String fragment, Place place, boolean embedded) {
        try {
            Path file = folder.resolve(path).normalize();
            if (!file.startsWith(folder.normalize())) {
                Link.Kind kind = namesAPage(path) ? Link.Kind.BROKEN : Link.Kind.ESCAPING;
                return link(typed, kind, null, place, embedded);
            }
            if (isSource(file.getFileName().toString()) || !surroundings.isFile(file)) {
                return link(typed, Link.Kind.BROKEN, null, place, embedded);
            }
            if (!surroundings.isInside(file, folder)) {
                return link(typed, Link.Kind.ESCAPING, null, place, embedded);
            }
            String relative = folder.normalize().relativize(file).toString().replace('\\', '/');
            return link(
                    typed,
                    Link.Kind.FILE,
                    Urls.encodePath(pageFolder + "/" + relative) + fragment,
                    place,
                    embedded);
        } catch (InvalidPathException e) {
            return link(typed, Link.Kind.BROKEN, null, place, embedded);
        }
    }

    /** Editors' own files hold reviewers' names and are never published as they are. */
    static boolean isSource(String file) {
        String name = file.strip().toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".yml") || name.endsWith(".yaml");
    }

    private static Link link(
            String typed, Link.Kind kind, String url, Place place, boolean embedded) {
        return new Link(typed, kind, url, place, embedded);
    }

    /**
     * The path without {@code .} and {@code ..}, and without a slash at its end; null where it
     * leaves the root.
     */
    private static String normalised(String base, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (base + "/" + path).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return null;
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
