package org.gongkai.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Tells this program from every other version of it: all of its classes and libraries, and Java.
 */
public final class GeneratorDigest {
    private GeneratorDigest() {}

    /** A class can't change while it runs, so that it is worked out once. */
    private static final class Running {
        static final Digest DIGEST = of(System.getProperty("java.class.path"));
    }

    public static Digest ofThisProgram() {
        return Running.DIGEST;
    }

    private static Digest of(String classPath) {
        try {
            Set<Path> places = new TreeSet<>();
            for (String each : classPath.split(java.io.File.pathSeparator)) {
                add(Path.of(each).toAbsolutePath(), places);
            }
            List<String> contents = new ArrayList<>();
            for (Path place : places) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                        if (Files.isRegularFile(file)) {
                            Stamp stamp = Stamp.of(Files.readAllBytes(file));
                            contents.add(place.relativize(file) + " " + stamp);
                        }
                    }
                }
            }
            contents.add(Runtime.version().toString());
            return Digest.of(String.join("\n", contents).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jar may name others. */
    private static void add(Path place, Set<Path> places) throws IOException {
        if (!Files.exists(place) || !places.add(place) || Files.isDirectory(place)) {
            return;
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            Manifest manifest = jar.getManifest();
            String others =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            if (others != null) {
                for (String other : others.strip().split(" +")) {
                    URI address = place.toUri().resolve(other);
                    if ("file".equals(address.getScheme())) {
                        add(Path.of(address), places);
                    }
                }
            }
        }
    }
}
