package org.maaledger.kernel.architecture;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sources under one folder as the compiler understands them, with types. */
final class SourceCode {

    /** Understanding a module takes seconds, and several rules ask for the same one. */
    private static final Map<Path, SourceCode> KNOWN = new ConcurrentHashMap<>();

    private final List<String> defaultsOverSealedTypes = new ArrayList<>();
    private final List<MethodLength> methods = new ArrayList<>();

    private record MethodLength(String where, long lines) {}

    private SourceCode(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files = SourceRules.javaFiles(sources).toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException(sources + " holds no source");
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    diagnostic -> {},
                    options(sources),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            Visitor visitor = new Visitor();
            Trees trees = Trees.instance(task);
            units.forEach(unit -> visitor.scan(unit, trees));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceCode of(Path sources) {
        return KNOWN.computeIfAbsent(sources, SourceCode::new);
    }

    List<String> defaultsOverSealedTypes() {
        return Collections.unmodifiableList(defaultsOverSealedTypes);
    }

    List<String> methodsLongerThan(int linesMax) {
        return methods.stream()
                .filter(method -> method.lines() > linesMax)
                .map(method -> "%s has %d lines".formatted(method.where(), method.lines()))
                .toList();
    }

    /** A named module is understood only on a module path: without it, a family sealed over packages is an error. */
    private static List<String> options(Path sources) {
        String path = Files.exists(sources.resolve("module-info.java")) ? "--module-path" : "--class-path";
        return List.of("-proc:none", "-Xlint:none", path, System.getProperty("java.class.path"));
    }

    private final class Visitor extends TreePathScanner<Void, Trees> {

        @Override
        public Void visitSwitch(SwitchTree node, Trees trees) {
            look(node, node.getExpression(), node.getCases(), trees);
            return super.visitSwitch(node, trees);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree node, Trees trees) {
            look(node, node.getExpression(), node.getCases(), trees);
            return super.visitSwitchExpression(node, trees);
        }

        @Override
        public Void visitMethod(MethodTree node, Trees trees) {
            if (node.getBody() != null) {
                methods.add(new MethodLength(where(node, trees) + " " + node.getName(), lines(node.getBody(), trees)));
            }
            return super.visitMethod(node, trees);
        }

        private void look(Tree node, ExpressionTree selector, List<? extends CaseTree> cases, Trees trees) {
            TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), selector));
            if (type == null || type.getKind() == TypeKind.ERROR) {
                defaultsOverSealedTypes.add(where(node, trees) + " switches over something that cannot be understood");
            } else if (sealed(type) && cases.stream().anyMatch(SourceCode::isDefault)) {
                defaultsOverSealedTypes.add("%s has a default over the sealed %s".formatted(where(node, trees), type));
            }
        }

        private long lines(Tree node, Trees trees) {
            var positions = trees.getSourcePositions();
            var unit = getCurrentPath().getCompilationUnit();
            var map = unit.getLineMap();
            return map.getLineNumber(positions.getEndPosition(unit, node))
                    - map.getLineNumber(positions.getStartPosition(unit, node))
                    + 1;
        }

        private String where(Tree node, Trees trees) {
            var unit = getCurrentPath().getCompilationUnit();
            long start = trees.getSourcePositions().getStartPosition(unit, node);
            Path file = Path.of(unit.getSourceFile().toUri());
            return "%s:%d".formatted(file.getFileName(), unit.getLineMap().getLineNumber(start));
        }
    }

    private static boolean sealed(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getModifiers().contains(Modifier.SEALED);
    }

    private static boolean isDefault(CaseTree branch) {
        return branch.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance);
    }
}
