package pix.local;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import pix.embedded.Template;
import pix.local.Permissions.Access;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The store as one function may use it: a call its policies do not allow fails, as it would on AWS, and the console says
 * which. Work that belongs to no function (the demonstration, tests) passes. Thread-safe.
 */
final class GuardedStore implements InvocationHandler {
    /** Known to the threads a function starts too: the pools they use live no longer than the call. */
    private static final InheritableThreadLocal<Permissions> CALLED = new InheritableThreadLocal<>();

    /** What a function does while it is called. */
    interface Work<X extends Exception> {
        void run() throws X;
    }

    private final DynamoDbClient client;

    private GuardedStore(DynamoDbClient client) {
        this.client = client;
    }

    static DynamoDbClient of(DynamoDbClient client) {
        return (DynamoDbClient) Proxy.newProxyInstance(GuardedStore.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class}, new GuardedStore(client));
    }

    /** Runs {@code work}, and the threads it starts, with what the template allows the function. */
    static <X extends Exception> void as(Template.Function function, Work<X> work) throws X {
        Permissions before = CALLED.get();
        CALLED.set(new Permissions(function));
        try {
            work.run();
        } finally {
            CALLED.set(before);
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean oneRequest = arguments != null && arguments.length == 1 && arguments[0] instanceof DynamoDbRequest;
        // What is made of other calls (paginators, requests given as lambdas) comes back here, call by call.
        if (method.isDefault() && !(oneRequest && known((DynamoDbRequest) arguments[0]) && !method.getName().endsWith("Paginator"))) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        if (oneRequest && CALLED.get() != null) accesses((DynamoDbRequest) arguments[0]).forEach(GuardedStore::check);
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void check(Access access) {
        if (CALLED.get().allow(access)) return;
        String sentence = "template.yaml does not allow " + CALLED.get().function().name() + " " + access;
        System.err.println(sentence);
        throw new IllegalStateException(sentence);
    }

    private static boolean known(DynamoDbRequest request) {
        return accesses(request).findAny().isPresent();
    }

    private static Stream<Access> accesses(DynamoDbRequest request) {
        return switch (request) {
            case GetItemRequest get -> Stream.of(new Access("GetItem", get.tableName(), null));
            case QueryRequest query -> Stream.of(new Access("Query", query.tableName(), query.indexName()));
            case PutItemRequest put -> Stream.of(new Access("PutItem", put.tableName(), null));
            case UpdateItemRequest update -> Stream.of(new Access("UpdateItem", update.tableName(), null));
            case DeleteItemRequest delete -> Stream.of(new Access("DeleteItem", delete.tableName(), null));
            case BatchGetItemRequest batch ->
                batch.requestItems().keySet().stream().map(table -> new Access("BatchGetItem", table, null));
            case BatchWriteItemRequest batch ->
                batch.requestItems().keySet().stream().map(table -> new Access("BatchWriteItem", table, null));
            case ScanRequest scan -> Stream.of(new Access("Scan", scan.tableName(), scan.indexName()));
            case TransactGetItemsRequest transaction ->
                transaction.transactItems().stream().map(item -> new Access("GetItem", item.get().tableName(), null));
            case TransactWriteItemsRequest transaction -> transaction.transactItems().stream().map(GuardedStore::access);
            default -> Stream.empty();
        };
    }

    /** A transaction needs what its parts need. */
    private static Access access(TransactWriteItem item) {
        if (item.put() != null) return new Access("PutItem", item.put().tableName(), null);
        if (item.update() != null) return new Access("UpdateItem", item.update().tableName(), null);
        if (item.delete() != null) return new Access("DeleteItem", item.delete().tableName(), null);
        return new Access("ConditionCheckItem", item.conditionCheck().tableName(), null);
    }
}
