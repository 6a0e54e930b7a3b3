package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** One of the scripts in {@code assets}, run by GraalJS, whose functions tests call. */
public final class JavaScript implements AutoCloseable {
    private static final Path SCRIPTS = TinyColumn.GENERATOR.resolve("assets");

    /** One for all, so that what is loaded and warm stays so. */
    private static final Engine ENGINE =
            Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

    private final Context context;
    private final Value module;
    private final Value json;

    /**
     * @param name the file name of a module of the search; what it imports is found beside it
     */
    public JavaScript(String name) {
        this("search", name);
    }

    /**
     * @param folder where it lies below {@code assets}
     */
    public JavaScript(String folder, String name) {
        context =
                Context.newBuilder("js")
                        .engine(ENGINE)
                        .option("js.esm-eval-returns-exports", "true")
                        .option("js.text-encoding", "true")
                        .allowExperimentalOptions(true)
                        .allowIO(IOAccess.newBuilder().allowHostFileAccess(true).build())
                        .build();
        json = context.eval("js", "JSON");
        try {
            module =
                    context.eval(
                            Source.newBuilder("js", SCRIPTS.resolve(folder).resolve(name).toFile())
                                    .mimeType("application/javascript+module")
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value to call a function with, written as JSON. */
    public Value json(String text) {
        return json.invokeMember("parse", text);
    }

    /**
     * Calls an exported function.
     *
     * @return what it returns or, if that is a promise, comes to, as {@code JSON.stringify} writes
     *     it
     */
    public String call(String function, Object... arguments) {
        Value value = module.getMember(function).execute(arguments);
        return json.invokeMember("stringify", settled(value)).asString();
    }

    @Override
    public void close() {
        context.close();
    }

    /** All that was queued has run when a call into the script ends, so a promise is settled. */
    private static Value settled(Value value) {
        if (!value.hasMember("then")) {
            return value;
        }
        List<Value> kept = new ArrayList<>();
        List<Value> failed = new ArrayList<>();
        ProxyExecutable keep = arguments -> kept.add(arguments[0]);
        ProxyExecutable fail = arguments -> failed.add(arguments[0]);
        value.invokeMember("then", keep, fail);
        if (kept.isEmpty()) {
            throw new AssertionError(failed.isEmpty() ? "the promise waits" : failed.get(0));
        }
        return kept.get(0);
    }
}
