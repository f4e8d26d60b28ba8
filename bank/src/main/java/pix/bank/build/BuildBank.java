package pix.bank.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import pix.bank.Item;

/**
 * The step of the build: checks every file of the bank and packs it. Arguments: the folder of the files, and the folder
 * to build into. Prints what is to be mended and ends with exit code 1 where something is wrong. Does nothing where
 * neither the files nor this program changed since the last time.
 */
final class BuildBank {
    private static final String PACK = "classes/pix/bank/bank.pack";
    private static final String REPORT = "bank-report.json";
    private static final String STAMP = "bank.stamp";

    private BuildBank() {}

    public static void main(String[] arguments) {
        if (!build(Path.of(arguments[0]), Path.of(arguments[1]))) System.exit(1);
    }

    /** Whether the bank is sound. */
    static boolean build(Path content, Path target) {
        try {
            var files = filesOf(content);
            var stamp = stamp(files);
            if (isBuilt(target, stamp)) return true;
            Files.deleteIfExists(target.resolve(STAMP));
            if (files.isEmpty()) {
                System.err.println(content + ": no file of the bank yet, nothing is packed");
                return true;
            }
            var result = BankChecker.check(files, true);
            var errors = result.problems().errors();
            errors.forEach(System.err::println);
            write(target.resolve(REPORT), BankReport.write(result.items(), result.problems().warnings()));
            if (!errors.isEmpty()) {
                System.err.println("The bank has " + errors.size() + (errors.size() == 1 ? " error" : " errors"));
                return false;
            }
            write(target.resolve(PACK), PackWriter.pack(result.items()));
            Files.writeString(target.resolve(STAMP), stamp);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> filesOf(Path content) throws IOException {
        if (!Files.isDirectory(content)) return List.of();
        try (var files = Files.list(content)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static boolean isBuilt(Path target, String stamp) throws IOException {
        return Files.exists(target.resolve(PACK))
                && Files.exists(target.resolve(REPORT))
                && Files.exists(target.resolve(STAMP))
                && Files.readString(target.resolve(STAMP)).equals(stamp);
    }

    /** Of everything that decides what is packed: the files, this module's classes, and those of the domain. */
    private static String stamp(List<Path> files) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            for (var part : List.of(BuildBank.class, Item.class)) {
                var code = Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
                digestClasses(code, digest);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for a folder of classes as for the jar made of it, so that packaging does not check the bank again. */
    private static void digestClasses(Path code, MessageDigest digest) throws IOException {
        if (Files.isDirectory(code)) {
            digestClassesUnder(code, digest);
        } else {
            try (var jar = FileSystems.newFileSystem(code)) {
                digestClassesUnder(jar.getPath("/"), digest);
            }
        }
    }

    private static void digestClassesUnder(Path root, MessageDigest digest) throws IOException {
        try (var files = Files.walk(root.resolve("pix").resolve("bank"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
